"""One or two sentences for each way of telling who has it from whom, and the chain they tell.

a name for the way  →  the text, the first words of the content, its chain behind the publisher
"""

from __future__ import annotations

ALONE = {
    "the paper is the outlet that was named": (
        "The Marrow Gazette has seen the letters. “Nobody would sign it,” a clerk told the paper.",
        "Nobody would sign",
        ["Marrow Gazette", "a clerk"],
    ),
    "a second document came the way of the first": (
        "Officers knew of the plan, according to internal documents published on Sunday by "
        "Radio Kestrel.\n\nA second document states that the road was closed.",
        "that the road",
        ["Radio Kestrel", "A second document"],
    ),
    "another witness speaks to whom the first did": (
        "“They took the first five men,” a herder told the Marrow Gazette.\n\n"
        "Another survivor said that the soldiers wore no signs.",
        "that the soldiers",
        ["Marrow Gazette", "Another survivor"],
    ),
    "a talk is over once somebody else has spoken and a paragraph has ended": (
        "“The road is mined,” Ada Quill told Radio Kestrel.\n\nMajor Tom Reed said the road was "
        "open.\n\nQuill said that nobody had come back.",
        "that nobody had",
        ["Ada Quill"],
    ),
    "a talk goes on over a paragraph": (
        "“The road is mined,” Ada Quill told Radio Kestrel.\n\nShe said that nobody had come back.",
        "that nobody had",
        ["Radio Kestrel", "Ada Quill"],
    ),
    "who tells a group's researchers tells the group": (
        "The Kestrel Human Rights Network published a report on Thursday. A baker told the "
        "group's researchers that the mill had been closed.",
        "that the mill",
        ["Kestrel Human Rights Network", "A baker"],
    ),
    "a witness in a report is heard by who wrote it": (
        "Nobody was warned, according to a report by the Kestrel Network. “They counted us "
        "twice,” one survivor quoted in the report said.",
        "They counted us",
        ["Kestrel Network", "a report by the Kestrel Network", "one survivor quoted in the report"],
    ),
    "a leaked memo goes on to be known through whom it was leaked to": (
        "An internal memo, leaked to Radio Kestrel, contradicts the minister. The 12-page memo "
        "warns that the bridge is unsafe.",
        "that the bridge",
        ["Radio Kestrel", "The 12-page memo"],
    ),
    "who runs a channel does not pass on what it says": (
        "Grey Ferry, a Telegram channel run by serving soldiers, said that the colonel had left.",
        "that the colonel",
        ["Grey Ferry"],
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
    "a statement is of the body that spoke just before": (
        "The Harbour Ministry said the ferry had left at noon. The cause is not known, a statement "
        "said.",
        "The cause is",
        ["Harbour Ministry", "a statement"],
    ),
    "police who are told pass nothing on": (
        "Two witnesses told police that the driver ran away, Ada Quill said. Police said the road "
        "was shut.",
        "that the driver",
        ["Ada Quill", "Two witnesses"],
    ),
    "state television that is told is not the publisher": (
        "Ada Quill told state television that the troops had left.",
        "that the troops",
        ["state television", "Ada Quill"],
    ),
    "a channel that is described is the one that is named": (
        "“The road is mined,” Ada Quill told the Benghazi channel Marsad 8.",
        "The road is",
        ["Marsad 8", "Ada Quill"],
    ),
    "a statement is known through where it was read out": (
        "In a statement read out on Radio Kestrel, the Harbour Ministry said the road was mined.",
        "the road was",
        ["Radio Kestrel", "Harbour Ministry"],
    ),
    "a programme is its outlet's": (
        "The army had used phosphorus shells, Ada Quill told the BBC's Newshour programme.",
        "The army had",
        ["BBC", "Ada Quill"],
    ),
    "who speaks on the air speaks to whose air it is": (
        "“The road is mined,” Ada Quill said in an interview airing Sunday on the BBC. “We saw "
        "the mines ourselves.”",
        "The road is",
        ["BBC", "Ada Quill"],
    ),
    "an unknown station is named where one speaks on air": (
        "“The road is mined,” Ada Quill said on KXB’s “Marrow This Week” on Sunday.",
        "The road is",
        ["KXB", "Ada Quill"],
    ),
    "a talk may be opened by its date and station": (
        "On Dec. 7 on Radio Kestrel, Ada Quill said the road was mined.",
        "the road was",
        ["Radio Kestrel", "Ada Quill"],
    ),
    "what is written in an issue of a paper came through it": (
        "In the April issue of the Marrow Gazette, Ada Quill argued that the war was lost.",
        "that the war",
        ["Marrow Gazette", "Ada Quill"],
    ),
    "a talk goes on where it is named again, whoever spoke in between": (
        "“The road is mined,” Ada Quill told Radio Kestrel.\n\nMajor Tom Reed said the road was "
        "open.\n\nQuill said in the interview that nobody had come back.",
        "that nobody had",
        ["Radio Kestrel", "Ada Quill"],
    ),
    "a poll comes through the paper that it was made for": (
        "A poll for the Marrow Gazette found that the peace talks have few friends.",
        "that the peace",
        ["Marrow Gazette", "A poll for the Marrow Gazette"],
    ),
    "its own website is where a body speaks, and passes nothing on": (
        "Radio Kestrel has new owners. The shipping firm said on its website that the port was "
        "closed.",
        "that the port",
        ["The shipping firm"],
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
    "who appears on the air too": (
        "Ada Quill, appearing on the BBC right after the raid, said that the road was mined.",
        "that the road",
        ["BBC", "Ada Quill"],
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
    "who is cited by somebody is cited once": (
        "According to the Harbour Ministry, cited by Radio Kestrel, two ships were hit.",
        "two ships were",
        ["Radio Kestrel", "Harbour Ministry"],
    ),
    "a description is of the name that it gets later": (
        "Two men were killed, the governor said. “They were fixing the roof,” Ada Quill, the "
        "governor, said.",
        "Two men were",
        ["Ada Quill"],
    ),
    "a report that quotes is its author's": (
        "Harbour Watch said in a report that soldiers had burned three villages. The report quotes "
        "a teacher as saying that children were inside.",
        "that children were",
        ["Harbour Watch", "a report", "a teacher"],
    ),
    "the researchers are of whose report it is": (
        "Harbour Watch said in a report that soldiers had burned three villages. A second witness "
        "told the researchers that she saw two trucks.",
        "that she saw",
        ["Harbour Watch", "A second witness"],
    ),
    "the rights group is the body that was named": (
        "Amnesty International accused the army of a massacre. The rights group said it had "
        "interviewed 40 survivors.",
        "it had interviewed",
        ["Amnesty International"],
    ),
    "who carries what is said around it stands in the chain once": (
        "The leaked cables, seen by the Guardian and Le Monde, show that diplomats warned of a "
        "massacre.",
        "a massacre",
        ["The Guardian", "The leaked cables", "diplomats"],
    ),
    "that nothing had changed is said": (
        "Two observers said nothing had changed in Portville. The mayor said nothing about it.",
        "nothing had changed",
        ["Two observers"],
    ),
    "who is asked by an outlet speaks to it": (
        "Asked by Radio Kestrel about the strike, Governor Tom Reed said that the depot had been "
        "empty.",
        "that the depot",
        ["Radio Kestrel", "Tom Reed"],
    ),
    "what is heard from somebody is his": (
        "Ada Quill said her cousin had heard from a border guard that the post would be abandoned.",
        "that the post",
        ["Ada Quill", "her cousin", "a border guard"],
    ),
    "a sentence may open a talk": (
        "The Marrow Gazette also spoke to Ada Quill, an engineer. “The tanks stand side by side,” "
        "she said.",
        "The tanks stand",
        ["Marrow Gazette", "Ada Quill"],
    ),
    "who has obtained a document stands before it in later sentences": (
        "The Marrow Gazette has obtained minutes of a meeting. According to the minutes, the "
        "harbour would lose a third of its cranes.",
        "the harbour would",
        ["Marrow Gazette", "the minutes"],
    ),
    "who released a recording stands before who is heard in it": (
        "The Coast Guard has released a recording of a call. In the recording, a sailor says that "
        "only nine men are left.",
        "that only nine",
        ["Coast Guard", "a sailor"],
    ),
    "a news agency is called by its name": (
        "“We are leaving,” Ada Quill told the Sotva Online news agency.",
        "We are leaving,",
        ["Sotva Online", "Ada Quill"],
    ),
    "its researchers are the body": (
        "Human Rights Watch said a former detainee told its researchers that guards had used "
        "cables.",
        "that guards had",
        ["Human Rights Watch", "a former detainee"],
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
        ["The Ada Quill presidential campaign"],
    ),
    "a poll speaks, and not the paper that it stands in": (
        "The poll of 520 people published in the Marrow newspaper showed that most were angry.",
        "that most were",
        ["The poll of 520 people published in the Marrow newspaper"],
    ),
    "who filed a lawsuit is behind it": (
        "Three teachers filed a lawsuit in Orm on Monday. The rules are illegal, the lawsuit said.",
        "The rules are",
        ["Three teachers", "the lawsuit"],
    ),
    "who released a video is behind it": (
        "The minister released a video that said the school was open.",
        "the school was",
        ["The minister", "a video"],
    ),
    "who put a video out is behind it": (
        "In a video put out by the Kestrel Movement, Colonel Reed said the town had fallen.",
        "the town had",
        ["Kestrel Movement", "Reed"],
    ),
    "whom a letter was sent to passes nothing on": (
        "The general sent a letter to the council. The letter warned that supplies were short.",
        "that supplies were",
        ["The general", "The letter"],
    ),
    "an interview is told of by a noun": (
        "The mayor defended the plan during an interview with Radio Kestrel.\n\n"
        "He said the road was open.",
        "the road was",
        ["Radio Kestrel", "The mayor"],
    ),
    "an interview is an outlet's": (
        "The mayor defended the plan. In a recent Radio Kestrel interview, he said the road was "
        "open.",
        "the road was",
        ["Radio Kestrel", "The mayor"],
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
    "a paper that quotes somebody is called a daily": (
        "An envoy, quoted by the French-language daily El Marrow, said the rulers were afraid.",
        "the rulers were",
        ["El Marrow", "An envoy"],
    ),
    "a list is compiled by one and seen by another": (
        "Ninety people died, according to a list compiled by the Orm Network and seen by Reuters.",
        "Ninety people died",
        ["Reuters", "Orm Network", "a list compiled by the Orm Network and seen by Reuters"],
    ),
    "the researchers are a body's, if it spoke of them": (
        "The Mwatana Centre said its researchers had spoken to four witnesses in Orm. One of the "
        "witnesses told the researchers that his two sons were killed.",
        "that his two",
        ["Mwatana Centre", "One of the witnesses"],
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
    "what somebody else denies is not put forward by him": (
        "An envoy said that mediators believed troops were in the area, something that the "
        "Norland government has denied.",
        "troops were in",
        ["An envoy", "mediators"],
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
}
