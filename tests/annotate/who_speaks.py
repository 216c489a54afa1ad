"""One or two sentences for each way of telling who speaks, and the chain they tell.

a name for the way  →  the text, the first words of the content, its chain behind the publisher
"""

from __future__ import annotations

WHO_SPEAKS = {
    "the paper is the outlet that was named": (
        "The Marrow Gazette has seen the letters. “Nobody would sign it,” a clerk told the paper.",
        "Nobody would sign",
        ["Marrow Gazette", "a clerk"],
    ),
    "a quotation of two sentences goes on from the one who spoke": (
        "Ada Quill, a driver, recalled hearing a sound like a sewing machine. "
        "“The cross on the roof is a metre wide. You can see it from anywhere.”",
        "The cross on",
        ["Ada Quill"],
    ),
    "a pronoun that speaks is who spoke last": (
        "A courier was questioned about the maps. Hew Tarrant, a sapper, said the bridge was "
        "mined. He had laid the charges himself, he said.",
        "He had laid",
        ["Hew Tarrant"],
    ),
    "this newspaper is the publisher": (
        "The Marrow Gazette spoke to the mayor of Tarn. “I saw nothing,” Ada Quill, a baker, told "
        "this newspaper.",
        "I saw nothing,",
        ["Ada Quill"],
    ),
    "a surname that is a title elsewhere does not make its bearer a man": (
        "Tishana King saw the shots. “I could not see the yard,” she said.",
        "I could not",
        ["Tishana King"],
    ),
    "a pronoun is somebody of the last sentences": (
        "A woman from Eastmere wept. The ferry was late. The road was shut. The port was quiet. "
        "The bread had run out. Ada Quill opened the gate at noon. “I could not see the yard,” she "
        "said.",
        "I could not",
        ["Ada Quill"],
    ),
    "a channel that is described is the one that is named": (
        "“The road is mined,” Ada Quill told the Benghazi channel Marsad 8.",
        "The road is",
        ["Marsad 8", "Ada Quill"],
    ),
    "a paper of which only the noun tells is named": (
        "The family told the Marrow Gazette of his death. Felt died of a heart attack, his "
        "grandson told the Press Democrat newspaper in Tarn.",
        "Felt died of",
        ["Press Democrat", "his grandson"],
    ),
    "a claim that is called false is not what its judge says": (
        "The mayor said the claim that the ferry had sunk was false.",
        "the claim that",
        ["The mayor"],
    ),
    "a name goes on behind an initial": (
        "The road was mined, said Edward J. Quill, a deputy. Mr. Quill said that nobody would "
        "clear it.",
        "that nobody would",
        ["Edward J. Quill"],
    ),
    "who is behind it is described": (
        "A trader who said that the road was mined has left Portville.",
        "that the road",
        ["A trader"],
    ),
    "a description is of the name that it gets later": (
        "Two men were killed, the governor said. “They were fixing the roof,” Ada Quill, the "
        "governor, said.",
        "Two men were",
        ["Ada Quill"],
    ),
    "the rights group is the body that was named": (
        "Amnesty International accused the army of a massacre. The rights group said it had "
        "interviewed 40 survivors.",
        "it had interviewed",
        ["Amnesty International"],
    ),
    "that nothing had changed is said": (
        "Two observers said nothing had changed in Portville. The mayor said nothing about it.",
        "nothing had changed",
        ["Two observers"],
    ),
    "a news agency is called by its name": (
        "“We are leaving,” Ada Quill told the Sotva Online news agency.",
        "We are leaving,",
        ["Sotva Online", "Ada Quill"],
    ),
    "a view is whose it is": (
        "The depot at Orm was probably hit by a missile, in the view of Ada Quill, an analyst.",
        "The depot at",
        ["Ada Quill"],
    ),
    "what stands behind a colon is said by whom the clause is about": (
        "The mayor was blunt about the promised pumps: “We have no water at all.”",
        "We have no",
        ["The mayor"],
    ),
    "what was confirmed by somebody is said by him": (
        "That the convoy carried no weapons was confirmed on Tuesday by the Norland Red Cross.",
        "That the convoy",
        ["Norland Red Cross"],
    ),
    "nobody who is only spoken of in a quotation goes on outside it": (
        "“My neighbour saw it,” Tom Reed said. He said the shells had come from the east.",
        "the shells had",
        ["Tom Reed"],
    ),
    "an office speaks, and not whose it is": (
        "District Attorney Tom Reed’s office said the case was closed.",
        "the case was",
        ["District Attorney Tom Reed’s office"],
    ),
    "a campaign speaks, and not whose it is": (
        "The Ada Quill presidential campaign said it would not concede.",
        "it would not",
        ["Ada Quill presidential campaign"],
    ),
    "a poll speaks, and not the paper that it stands in": (
        "The poll of 520 people published in the Marrow newspaper showed that most were angry.",
        "that most were",
        ["The poll of 520 people published in the Marrow newspaper"],
    ),
    "a leader that nobody has named is who spoke last": (
        "Luz Marina Becerra, whose son is a hostage, said she had heard nothing.\n\n"
        "The ELN's chief negotiator, Tom Reed, told the Marrow Gazette that the mayor had promised "
        "them reforms.\n\n“He lied to us,” the rebel leader said.",
        "He lied to",
        ["Marrow Gazette", "Tom Reed"],
    ),
    "the spokesman is who spoke last, if he is one": (
        "Kestrel spokesman Tom Reed said the road was open. Colonel Sam Bera told Radio Kestrel "
        "it was not.\n\nReed called this nonsense. “We are defending ourselves,” the spokesman "
        "said.",
        "We are defending",
        ["Tom Reed"],
    ),
    "one of the experts has a name": (
        "One of the experts, Ada Quill, a former examiner, said she was certain.",
        "she was certain",
        ["Ada Quill"],
    ),
    "he is the one who is known for a man": (
        "Prosecutor Oriel Vogt told the court that the ledger was real. An expert appointed by the "
        "judges, Professor Thomas Reile, was less sure. He said it was a copy.",
        "it was a",
        ["Thomas Reile"],
    ),
    "who names somebody is not he": (
        "A captain named Luis Tovar had warned Colonel Tom Reed that the order was illegal. “And "
        "Tovar himself was dead by Christmas,” he says.",
        "And Tovar himself",
        ["Tom Reed"],
    ),
    "a body is known by another name as well": (
        "The National Liberation Army, known as the ELN, said it had freed two men. The ELN said "
        "they were unharmed.",
        "they were unharmed",
        ["National Liberation Army"],
    ),
    "the group that somebody backs is the one that spoke": (
        "Hezbollah rejected the account. “The martyrs will be avenged,” the Iran-backed group "
        "said.",
        "The martyrs will",
        ["Hezbollah"],
    ),
    "who is called by his first name": (
        "Its spokesman, Haftom Werede, said the road was closed. Haftom said the town was calm.",
        "the town was",
        ["Haftom Werede"],
    ),
    "the nurse is the only one of the text": (
        "Letay Quill, a nurse at the Orm post, told Reuters that shells had hit the market. Tom "
        "Reed, a clerk, said he had fled.\n\nThe nurse, reached late on Friday, said the shelling "
        "had stopped.",
        "the shelling had",
        ["Letay Quill"],
    ),
    "what it said is said by whoever did it": (
        "SITE said the Kestrel Front had published photographs of what it said were its captives.",
        "were its captives",
        ["SITE", "Kestrel Front"],
    ),
    "his uncle is somebody else": (
        "A mechanic named Tom Reed was shot. His uncle told Reuters that the shop was shut.",
        "that the shop",
        ["Reuters", "His uncle"],
    ),
    "the colonel is no senator": (
        "Senator Tom Reed opened the debate. The colonel told him that the road was mined.",
        "that the road",
        ["The colonel"],
    ),
    "whoever holds a post is named behind it": (
        "The General Officer Commanding (GOC), 3 Division, Maj.-Gen. Tom Reed, warned on Monday "
        "that the road was mined.",
        "that the road",
        ["Tom Reed"],
    ),
    "a director is named behind two bodies": (
        "Deputy Director, Army Public Relations, 7 Division, Col. Ada Quill confirmed that the "
        "camp was empty.",
        "that the camp",
        ["Ada Quill"],
    ),
    "a statement by a spokesman is no spokesman": (
        "A statement by the army spokesman, Brig.-Gen. Tom Reed, said that the men were free.",
        "that the men",
        ["Tom Reed", "A statement by the army spokesman"],
    ),
    "a pronoun is nobody's name": (
        "Tom Reed, a native of Orm, was caught in May. He told the tribunal that he was innocent. "
        "He admitted that he had killed a guard.",
        "that he had",
        ["Tom Reed"],
    ),
    "a party and a state in brackets": (
        "“The act was weakened,” said Committee Chairman Tom L. Reed (D-W.Va.), who said he would "
        "seek to overturn it.",
        "he would seek",
        ["Tom L. Reed"],
    ),
    "a quotation that is the paragraph behind what he said": (
        "Ada Quill recalled that Orm was taken in May.\n\n“Our troops began to clear the town "
        "street by street.”\n\nShe left.",
        "Our troops began",
        ["Ada Quill"],
    ),
    "a quotation that somebody speaks in the next paragraph": (
        "Tom Reed warned the division to be alert.\n\n“It is a hard job. We had our times.\n\n"
        "“We were ready for them in May,” Ada Quill said.",
        "It is a",
        ["Ada Quill"],
    ),
    "what a headline says": (
        "Army is ready for the rains – Ministry\n\nThe rains begin in May.",
        "Army is ready",
        ["Ministry"],
    ),
    "what is said before a headline's colon": (
        "Police: Two men held over ferry fire\n\nThe men are from Orm.",
        "Two men held",
        ["Police"],
    ),
    "what is said before a headline's dash, further down": (
        "Talks fail again in Orm\n\nThe envoys left at noon.\n\nTroops blow up phone masts in Tarn "
        "– rebel intelligence\n\nThe masts fell at dawn.",
        "Troops blow up",
        ["rebel intelligence"],
    ),
    "the outlet before a headline's colon": (
        "Talks fail again in Orm\n\nReuters: Troops blow up phone masts in Tarn\n\nReuters said "
        "the masts fell at dawn.",
        "Troops blow up",
        ["Reuters"],
    ),
    "a heading is no part of who speaks below it": (
        "Northern axis\n\nNorland sources claimed that the mill had fallen.",
        "that the mill",
        ["Norland sources"],
    ),
    "the day is no part of who speaks": (
        "After the raid, herders and bakers on Sunday alleged that the men had been shot.",
        "that the men",
        ["herders and bakers"],
    ),
    "who is told of ends before a clause": (
        "The owner of the bakery to which the van belonged, who asked not to be named, said he had "
        "lent it for a wedding.",
        "he had lent",
        ["The owner of the bakery"],
    ),
    "an agency that nobody has named is not the publisher": (
        "A sergeant was detained.\n\nAccording to the agency, the detainee carried out the orders "
        "of a foreign army.",
        "the detainee carried",
        ["the agency"],
    ),
    "the agency is the directorate that was named": (
        "Officers of the Border Directorate detained a sergeant.\n\nAccording to the agency, the "
        "detainee carried out the orders of a foreign army.",
        "the detainee carried",
        ["Border Directorate"],
    ),
    "the agency is the body that spoke": (
        "The Norland Red Crescent said that 29 people had died.\n\nAccording to the agency, the "
        "hospital received forty bodies.",
        "the hospital received",
        ["Norland Red Crescent"],
    ),
    "this was reported": (
        "Three blasts were heard at the airfield in Tarn. This was reported by the mayor's office.",
        "Three blasts were",
        ["the mayor's office"],
    ),
    "what was gathered": (
        "It was gathered that the general had fled to Orm.",
        "that the general",
        ["unknown"],
    ),
    "a host who is told": (
        '"The others are not able to win," Ada Quill told conservative talk-radio host Mike '
        "Callahan on Wednesday.",
        '"The others are',
        ["Ada Quill"],
    ),
}
