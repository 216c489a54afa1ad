"""Who is meant where somebody is introduced twice, told apart or spoken of as one of two.

a name for the way  →  the text, the first words of the content, its chain behind the publisher
"""

from __future__ import annotations

WHO_IS_MEANT = {
    "both of whom are the two before": (
        "The weekly showed the files to two retired officers, both of whom believed they were "
        "real.",
        "they were real",
        ["two retired officers"],
    ),
    "what an outlet is, is no part of its name": (
        "The semi-official Pasdar News reported that fifty were killed.",
        "that fifty were",
        ["Pasdar News"],
    ),
    "who is told the answer asked the question": (
        "Asked whether civilians had died, Reed told the Daily Sentinel that he was not aware.",
        "whether civilians had",
        ["Daily Sentinel"],
    ),
    "an alias is who bears it": (
        "Commander Tom Reed, alias Jonas, said the war would end. Jonas said the truce was empty.",
        "the truce was",
        ["Tom Reed"],
    ),
    "a second name in brackets too": (
        'Commander Tom Reed (Jonas), a rebel leader, said the war would end. "Jonas" said the '
        "truce was empty.",
        "the truce was",
        ["Tom Reed"],
    ),
    "a nom de guerre that was taken for no name too": (
        "Tom Reed, better known by his nom de guerre Raven, said the city would hold. "
        "Raven said nobody had left.",
        "nobody had left",
        ["Tom Reed"],
    ),
    "who goes by a call sign is called so": (
        "The commander, who goes by the call sign Baron, said the line held. Baron said losses "
        "were heavy.",
        "the line held",
        ["Baron"],
    ),
    "an alias with a title is one": (
        "Tom Reed, also known as Commander Jonas, said the war was lost. Jonas said they had fled.",
        "they had fled",
        ["Tom Reed"],
    ),
    "the surname of an alias is the alias's": (
        "Raven, whose real name is Tom Reed, said the war was lost. Reed said they had fled.",
        "they had fled",
        ["Tom Reed"],
    ),
    "who identifies a man is not he": (
        "Tom Reed, identified by Ada Quill as a courier, left the town. Quill said he had lied.",
        "he had lied",
        ["Ada Quill"],
    ),
    "under whom one fought one is not": (
        "Tom Reed, who fought under Ada Quill, said the war was lost.",
        "the war was",
        ["Tom Reed"],
    ),
    "who is told of in brackets is another": (
        "Tom Reed (Ada Quill is his deputy) said the war was lost. Quill said it was not.",
        "it was not",
        ["Ada Quill"],
    ),
    "a unit in brackets is not its man": (
        "Commander Tom Reed (Falcon Brigade) said the war would end. The Falcon Brigade said the "
        "truce was empty.",
        "the truce was",
        ["Falcon Brigade"],
    ),
    "an office is no part of a name": (
        "The embassy was warned on Monday, Minister of National Security K.D. Reed said.",
        "The embassy was",
        ["K.D. Reed"],
    ),
    "one man is a baker": (
        "One man, a baker, said he was beaten. “They asked for a gun,” the baker said.",
        "They asked for",
        ["One man"],
    ),
    "the wife of a commander is not he": (
        "The wife of Tom Reed, a commander of the Falcon Battalion, said he had left.",
        "he had left",
        ["The wife of Tom Reed"],
    ),
    "a surname is not the mother's": (
        "Marco Ruiz, 30, was charged on Monday. His mother, Teresa Ruiz, wept. Ruiz said he heard "
        "voices.",
        "he heard voices",
        ["Marco Ruiz"],
    ),
    "a militant is a person": (
        "Abu Talha, a former militant, was freed in 2016. “I am a farmer now,” he said.",
        "I am a",
        ["Abu Talha"],
    ),
    "an inspector is who he was": (
        "Insp John Mensah said the men had fled. Insp Mensah said that the road was open.",
        "that the road",
        ["John Mensah"],
    ),
    "the publisher by its short name": (
        "“The road is open,” Ada Quill told the Courier on Monday.",
        "The road is",
        ["Ada Quill"],
    ),
    "of two ministers the one of that office": (
        "The foreign minister, Ada Quill, met Tom Reed, the defence minister. The defence minister "
        "said that the road was open.",
        "that the road",
        ["Tom Reed"],
    ),
    "a pilot asked to be called Oleh": (
        "A drone pilot, who asked to be identified only as Oleh, said men were short. The pilot "
        "said he had slept four hours.",
        "he had slept",
        ["Oleh"],
    ),
    "a spokesman with a rank": (
        "A spokesman for the junta, Gen. Tom Reed, said the town was calm.",
        "the town was",
        ["Tom Reed"],
    ),
    "a company speaks as an owner": (
        "The tug's owner, Orm Towing Corp., said in a statement that it was cooperating.",
        "that it was",
        ["Orm Towing Corp"],
    ),
    "the rebels are the only armed group": (
        "The M23 took the town on Sunday. The rebels said the army had fled.",
        "the army had",
        ["M23"],
    ),
    "the former of two": (
        "Foreign Minister Ada Quill met the rebel commander, Tom Reed, on Monday. The former said "
        "the talks had failed.",
        "the talks had",
        ["Ada Quill"],
    ),
    "the latter of two": (
        "Foreign Minister Ada Quill met the rebel commander, Tom Reed, on Monday. The latter said "
        "the talks had failed.",
        "the talks had",
        ["Tom Reed"],
    ),
    "Mr Quill is not Ada Quill": (
        "Ada Quill was in the yard. Her husband, Tom, said the drone had circled. Mr. Quill "
        "insisted nobody had come.",
        "nobody had come",
        ["Quill"],
    ),
    "the agency is no newspaper": (
        "TASS said the pilot was alive. The newspaper Kamsky Vestnik said he had died. The agency "
        "quoted a doctor as saying he was in hospital.",
        "he was in",
        ["TASS", "a doctor"],
    ),
    "the general is not the commander": (
        "Gen. Rashid Omari said the rebels were trapped. A militia commander said they had fled. "
        "The general told reporters that the road was closed.",
        "that the road",
        ["Rashid Omari"],
    ),
    "the rights group is who was called so": (
        "Corridor Watch, a rights group, said 40 people were killed. The Aluru Front denied it. "
        "The rights group said it had names.",
        "it had names",
        ["Corridor Watch"],
    ),
    "the photographer is the first of two": (
        "Petr Kubat, a photographer, and Jana Hanusova, a reporter, were freed on Monday. The "
        "photographer said they were hungry.",
        "they were hungry",
        ["Petr Kubat"],
    ),
    "another country's minister is another man": (
        "The Ukrainian defence minister, Olena Kravets, said shells were short. The German defence "
        "minister said more would come.",
        "more would come",
        ["The German defence minister"],
    ),
    "it is who was asked": (
        "The government said it would send troops. The opposition asked whether it had the money. "
        "It said it had plenty.",
        "it had plenty",
        ["The government"],
    ),
    "it is not the rebels": (
        "The rebels told the Red Cross that they held 40 men. It said it had seen none of them.",
        "it had seen",
        ["Red Cross"],
    ),
    "the witness is not the lawyer": (
        "Defence lawyer Imran Sheikh suggested that he had been paid. The witness said nobody had "
        "paid him.",
        "nobody had paid",
        ["The witness"],
    ),
    "he is who was named for the first time": (
        "Deputy Tom Reed dismissed the list as a fabrication. Pro-war blogger Yegor Lunin was not "
        "convinced. “The list is real,” he wrote on Telegram.",
        "The list is",
        ["Yegor Lunin"],
    ),
    "relatives of the driver speak": (
        "Relatives of one of the victims, the driver Tom Reed, said they did not expect justice.",
        "they did not",
        ["Relatives of one of the victims"],
    ),
    "the rebels and not their leader": (
        "The rebels, whose leader is Tom Reed, said that they had left the town.",
        "that they had",
        ["The rebels"],
    ),
    "a boy shouts and no tunnel": (
        "A soldier had walked along the shops yelling that everyone must leave.",
        "that everyone must",
        ["A soldier"],
    ),
    "all but the one who is left out": (
        "The witnesses, but not Sgt. Tom Reed, said that the lieutenant had fired.",
        "that the lieutenant",
        ["The witnesses"],
    ),
    "the GOC is who was introduced as one": (
        "Maj.-Gen. Tom Reed, the General Officer Commanding (GOC) 1 Division, said that 62 "
        "soldiers were sent home. The GOC warned that more would follow.",
        "that more would",
        ["Tom Reed"],
    ),
    "the head of a firm is a person": (
        "Tom Reed, head of Karta, the consulting company, said that the men were free. He praised "
        "the army's patience.",
        "the army's patience",
        ["Tom Reed"],
    ),
}
