"""One or two sentences for each way of telling through whom it came, and the chain they tell.

a name for the way  →  the text, the first words of the content, its chain behind the publisher
"""

from __future__ import annotations

THROUGH_WHOM = {
    "a document stays with who goes on speaking in it": (
        "According to an interrogation record obtained by Radio Kestrel, the sergeant said he "
        "fired twice. He claimed the men had run.",
        "the men had",
        ["Radio Kestrel", "an interrogation record obtained by Radio Kestrel", "the sergeant"],
    ),
    "a report that quotes somebody is of who wrote it": (
        "A report by the Kestrel Network quotes a teacher as saying soldiers came at dawn.",
        "soldiers came at",
        ["Kestrel Network", "A report by the Kestrel Network", "a teacher"],
    ),
    "two of those who told an outlet": (
        "Six soldiers told Radio Kestrel that they had no boots. Two of them said they had been "
        "paid late.",
        "they had been",
        ["Radio Kestrel", "Two of them"],
    ),
    "whoever tells parliament is in no interview": (
        "The president spoke to Radio Kestrel on Sunday. A day later, he told ministers that the "
        "truce was over.",
        "that the truce",
        ["The president"],
    ),
    "the brother of a reporter is not of his daily": (
        "Major Tom Reed told the brother of a Marrow Gazette reporter that the army had fled.",
        "that the army",
        ["Tom Reed"],
    ),
    "an outlet that reported it before passes nothing of his on": (
        "As Radio Kestrel reported, the ministry paid the rebels, said Ada Quill, a deputy. "
        "She said that the money was lost.",
        "that the money",
        ["Ada Quill"],
    ),
    "an agency quoted a commander as saying": (
        "“We have no shells,” Interfax quoted a commander as saying.",
        "We have no",
        ["Interfax", "a commander"],
    ),
    "according to his wife he told them": (
        "General Tom Reed, according to his wife, told the soldiers that the bridge was safe.",
        "that the bridge",
        ["his wife", "Tom Reed"],
    ),
    "a file that is cited shows it to who cites it": (
        "Radio Kestrel reported that he was alive, citing a court file showing he had been fined "
        "in March.",
        "he had been",
        ["Radio Kestrel", "a court file"],
    ),
    "what is said three deep keeps whoever said it first and last": (
        "Radio Kestrel reported on Friday that a UN memo said a herder had told investigators "
        "that the road was mined.",
        "that the road",
        ["Radio Kestrel", "a UN memo", "a herder"],
    ),
    "a quotation behind a sentence on who speaks is his": (
        "Colonel Tom Reed spoke of the bridge on Monday. “We lost nine men there.”",
        "We lost nine",
        ["Tom Reed"],
    ),
    "who released a video stands before who speaks in it": (
        "The army released a video in which Tom Reed says that nobody was hurt.",
        "that nobody was",
        ["The army", "Tom Reed"],
    ),
    "what is now said is not told the outlet of then": (
        "In March Ada Quill told Radio Kestrel that the road was open. She now says that it was "
        "mined.",
        "that it was",
        ["Ada Quill"],
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
    "who appears on the air too": (
        "Ada Quill, appearing on the BBC right after the raid, said that the road was mined.",
        "that the road",
        ["BBC", "Ada Quill"],
    ),
    "who is cited by somebody is cited once": (
        "According to the Harbour Ministry, cited by Radio Kestrel, two ships were hit.",
        "two ships were",
        ["Radio Kestrel", "Harbour Ministry"],
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
    "who carries what is said around it stands in the chain once": (
        "The leaked cables, seen by the Guardian and Le Monde, show that diplomats warned of a "
        "massacre.",
        "a massacre",
        ["The Guardian", "The leaked cables", "diplomats"],
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
    "its researchers are the body": (
        "Human Rights Watch said a former detainee told its researchers that guards had used "
        "cables.",
        "that guards had",
        ["Human Rights Watch", "a former detainee"],
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
    "what somebody else denies is not put forward by him": (
        "An envoy said that mediators believed troops were in the area, something that the "
        "Norland government has denied.",
        "troops were in",
        ["An envoy", "mediators"],
    ),
    "who was quoted by an agency is the source": (
        "General Tom Reed was quoted on Tuesday by the Orm Observer as saying that shells were "
        "short.",
        "that shells were",
        ["Orm Observer", "Tom Reed"],
    ),
    "investigators are told and pass nothing on": (
        "A guard told army investigators he was asleep.",
        "he was asleep",
        ["A guard"],
    ),
    "a comment to an outlet": (
        "The college said the story was false in a comment to the news portal Orm-Inform.",
        "the story was",
        ["Orm-Inform", "The college"],
    ),
    "an answer to an outlet": (
        "The prosecutor's office dismissed the claim as “absurd” in a response to the television "
        "channel N4.",
        "the claim as",
        ["N4", "The prosecutor's office"],
    ),
    "the network of an affiliate carries nothing": (
        "Two officials told NBC affiliate KXYZ that the road was open.",
        "that the road",
        ["KXYZ", "Two officials"],
    ),
    "one of those a site's reporters spoke to": (
        "Journalists from the news site Okno spoke to three mothers. “He was in handcuffs,” one of "
        "them said.",
        "He was in",
        ["Okno", "one of them"],
    ),
    "an entry of what an outlet published": (
        "A wartime logbook surfaced in 2015, when it was published by the Orm outlet Trag. An "
        "entry for June 9 says that the group received 400 rounds.",
        "that the group",
        ["Trag", "An entry for June 9"],
    ),
    "who reported it also adds": (
        "A guard said the doors were open, Radio Kestrel reported, adding that the warden had "
        "fled.",
        "that the warden",
        ["Radio Kestrel"],
    ),
    "what refutes a claim passes nothing on": (
        "The video contradicts the army's claim that the hospital was empty.",
        "that the hospital",
        ["the army"],
    ),
    "a paper that called and cited": (
        "The tabloid Novi Glas called Reed “a hero” and cited officials as saying that the witness "
        "had been paid.",
        "that the witness",
        ["Novi Glas", "officials"],
    ),
    "an office that one stands outside of passes nothing on": (
        "Outside the offices of the Daily Beacon, a driver, Hassan Omari, said the road was shut.",
        "the road was",
        ["Hassan Omari"],
    ),
    "we are told by nobody knows whom": (
        "“We are told that files are missing,” Mr Reed said.",
        "that files are",
        ["Reed", "unknown"],
    ),
    "the outlet with a point in its name": (
        "A mother told Kavkaz.Realii that her son had been beaten.",
        "that her son",
        ["Kavkaz.Realii", "A mother"],
    ),
    "who carried reports": (
        "Reports of a chemical agent, carried by the Valley Post, could not be verified.",
        "a chemical agent",
        ["Valley Post", "unknown"],
    ),
    "who made the footage that an outlet reviewed": (
        "The independent outlet Zoria, which reviewed footage filmed by residents, said the fire "
        "was at the depot.",
        "the fire was",
        ["Zoria"],
    ),
    "a relative through whom somebody speaks": (
        "An elder said, through a relative in Iran, that he had seen three graves.",
        "that he had",
        ["a relative in Iran", "An elder"],
    ),
    "a newspaper whose name begins with The": (
        "State newspaper The Bright Mirror on Wednesday quoted the Ministry of Religious Affairs "
        "as saying that no building had been damaged.",
        "that no building",
        ["Bright Mirror", "Ministry of Religious Affairs"],
    ),
    "a name that the second paragraph gives": (
        "The guards beat the men every night, a former prisoner has told Channel 9.\n\n"
        "Oleh Hnat, 39, said that the cells had no windows.",
        "that the cells",
        ["Channel 9", "Oleh Hnat"],
    ),
    "who quotes somebody, but adds": (
        "The Defense Analysis Center cited a Russian blogger as claiming that the village had "
        "fallen but said it had seen no evidence of this.",
        "it had seen",
        ["Defense Analysis Center"],
    ),
    "one of the officials that an outlet cites": (
        "The Financial Post, citing two officials in the ministry, said 11 men died.\n\n"
        "“They had no water,” one of the officials said.",
        "They had no",
        ["Financial Post", "one of the officials"],
    ),
    "a whole sentence that an agency reported": (
        "Two people died, the governor wrote on Telegram, adding that a child was hurt, state "
        "news agency TASS reported.",
        "that a child",
        ["TASS", "the governor"],
    ),
    "a speaker in the middle of what is written": (
        "Siren Volga wrote that, according to a firefighter it did not name, two tanks were "
        "still burning.",
        "two tanks were",
        ["Siren Volga", "a firefighter it did not name"],
    ),
    "an agency by which somebody was asked": (
        "Asked by the agency Rossvest about the report, a Kremlin official said Moscow had seen "
        "no such document.",
        "Moscow had seen",
        ["Rossvest", "a Kremlin official"],
    ),
    "a document around she said": (
        "The army's own figures, Amal Shuker said, show that 40 people drowned.",
        "that 40 people",
        ["Amal Shuker", "The army's own figures"],
    ),
    "who has spoken to an outlet": (
        "Guards had orders to shoot hostages, according to a soldier who has spoken to the BBC.",
        "Guards had orders",
        ["BBC", "a soldier"],
    ),
    "a document on which a claim rests": (
        "The Ural Herald's claim that commanders were ordered to ignore medical boards rests on "
        "a document first posted by the Telegram channel Garrison Diaries.",
        "that commanders were",
        ["Ural Herald"],
    ),
    "a lawyer whom the next paragraph names": (
        "A lawyer for the recruiter called the report “fiction” in an interview with Radio "
        "Altiplano.\n\nBut the lawyer, Hernando Pabón, acknowledged that the company had hired "
        "drivers.",
        "that the company",
        ["Radio Altiplano", "Hernando Pabón"],
    ),
    "who carried a claim": (
        "State television carried a claim by the army that it had taken the town.",
        "that it had",
        ["State television", "the army"],
    ),
    "one of the residents who told an outlet": (
        "Residents told AFP that shelling had resumed at dawn. “My house is gone,” one resident "
        "said by telephone.",
        "My house is",
        ["Agence France-Presse", "one resident"],
    ),
    "whose words are around in what it called": (
        "The ministry announced that troops had taken the hill, in what it called “a turning "
        "point”.",
        "a turning point",
        ["The ministry"],
    ),
    "a relative of somebody who is not he": (
        "A relative of General Ludo Parr told Eastern Wire on Sunday that he was under house "
        "arrest in Nesk.",
        "that he was",
        ["Eastern Wire", "A relative of General Ludo Parr"],
    ),
    "whom one refers to": (
        "“They asked for the wives of the soldiers,” Abel Mabiala said, referring to the "
        "pro-government militias.",
        "They asked for",
        ["Abel Mabiala"],
    ),
}

CITED = {
    "an outlet that is cited and was told": (
        "The guardsmen had been sacked, Kestrel News reported, citing Radio Kestrel, which was "
        "told by a lawyer.",
        "The guardsmen had",
        ["Kestrel News", "Radio Kestrel", "a lawyer"],
    ),
    "an outlet that is cited by one that is cited, and was told": (
        "Kestrel News reported that the guardsmen had been sacked, citing the Tribune, which "
        "cites Radio Kestrel, which was told by a lawyer.",
        "that the guardsmen",
        ["Kestrel News", "Tribune", "Radio Kestrel", "a lawyer"],
    ),
    "an outlet that heard it from somebody": (
        "Twelve people died, the Valley Post reported, citing Kestrel News, which heard it from "
        "a nurse.",
        "Twelve people died",
        ["Valley Post", "Kestrel News", "a nurse"],
    ),
    "what is cited is not that the citer said so": (
        "The Valley Post said the guardsmen were sacked, citing the Herald, which in turn quoted "
        "a lawyer.",
        "the guardsmen were",
        ["Valley Post", "The Herald", "a lawyer"],
    ),
    "whom an army cites": (
        "The army said 30 rebels were killed, citing two officers.",
        "30 rebels were",
        ["The army", "two officers"],
    ),
    "an email that its reporters have seen": (
        "Zoria reported, citing an email seen by its reporters, that 300 conscripts had fled.",
        "that 300 conscripts",
        ["Zoria", "an email seen by its reporters"],
    ),
    "to whom a report is attributed": (
        "Radio Amani said the administrator had been captured, attributing the report to a "
        "police officer.",
        "the administrator had",
        ["Radio Amani", "a police officer"],
    ),
}
"""Chains that stand beside shorter ones of the same content."""
