"""What is told by way of a document, a recording or a report, in one or two sentences each.

a name for the way  →  the text, the first words of the content, its chain behind the publisher
"""

from __future__ import annotations

THROUGH_PAPERS = {
    "the statement is of the man who said so in one": (
        "Colonel Tom Reed said in a statement on Monday that twelve rebels were killed. The "
        "statement said two soldiers were hurt.",
        "two soldiers were",
        ["Tom Reed", "The statement"],
    ),
    "his own channel passes nothing on": (
        "Tom Reed, the founder, claimed in a video posted on his channel that Norland had invited "
        "the company.",
        "that Norland had",
        ["Tom Reed"],
    ),
    "an army statement is the army's": (
        "An army statement said that twelve rebels were killed.",
        "that twelve rebels",
        ["army", "An army statement"],
    ),
    "an outlet's own report is the outlet": (
        "A Reuters report claims that nobody died in the raid. The report said two were hurt.",
        "two were hurt",
        ["Reuters"],
    ),
    "an article in a daily is the daily": (
        "An article in the New York Times said on Sunday that the talks had failed.",
        "that the talks",
        ["The New York Times"],
    ),
    "the report of an outlet that just reported is the outlet": (
        "The BBC reported on Monday that troops were massing. The report said tanks had been seen.",
        "tanks had been",
        ["BBC"],
    ),
    "a report that an outlet has seen stays a report": (
        "A UN report seen by Reuters says that twelve were killed.",
        "that twelve were",
        ["Reuters", "A UN report seen by Reuters"],
    ),
    "a report of another that an outlet published is not the outlet's": (
        "A UN report published by the Guardian said that twelve were killed.",
        "that twelve were",
        ["The Guardian", "A UN report published by the Guardian"],
    ),
    "a report that an outlet tells of is not its own": (
        "Radio Kestrel reported that the ministry had finished its inquiry. The report said twelve "
        "were killed.",
        "twelve were killed",
        ["The report"],
    ),
    "what is said in a statement is said through who made it": (
        "Lake Rights Monitor said in a statement on Monday that twelve fishermen were killed. "
        "“This is a slaughter,” its director Ada Quill said in the statement.",
        "This is a",
        ["Lake Rights Monitor", "Ada Quill"],
    ),
    "a document stays with who goes on speaking in it": (
        "According to an interrogation record obtained by Radio Kestrel, the sergeant said he "
        "fired twice. He claimed the men had run.",
        "the men had",
        ["Radio Kestrel", "an interrogation record obtained by Radio Kestrel", "the sergeant"],
    ),
    "a report that quotes somebody is of who wrote it": (
        "A report by the Valley Rights Network quotes a teacher as saying soldiers came at dawn.",
        "soldiers came at",
        ["Valley Rights Network", "A report by the Valley Rights Network", "a teacher"],
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
    "a file that is cited shows it to who cites it": (
        "Radio Kestrel reported that he was alive, citing a court file showing he had been fined "
        "in March.",
        "he had been",
        ["Radio Kestrel", "a court file"],
    ),
    "who released a video stands before who speaks in it": (
        "The army released a video in which Tom Reed says that nobody was hurt.",
        "that nobody was",
        ["The army", "Tom Reed"],
    ),
    "a second document came the way of the first": (
        "Officers knew of the plan, according to internal documents published on Sunday by "
        "Radio Kestrel.\n\nA second document states that the road was closed.",
        "that the road",
        ["Radio Kestrel", "A second document"],
    ),
    "who tells a group's researchers tells the group": (
        "The Kestrel Human Rights Network published a report on Thursday. A baker told the "
        "group's researchers that the mill had been closed.",
        "that the mill",
        ["Kestrel Human Rights Network", "A baker"],
    ),
    "a witness in a report is heard by who wrote it": (
        "Nobody was warned, according to a report by the Valley Rights Network. “They counted us "
        "twice,” one survivor quoted in the report said.",
        "They counted us",
        [
            "Valley Rights Network",
            "a report by the Valley Rights Network",
            "one survivor quoted in the report",
        ],
    ),
    "a leaked memo goes on to be known through whom it was leaked to": (
        "An internal memo, leaked to Radio Kestrel, contradicts the minister. The 12-page memo "
        "warns that the bridge is unsafe.",
        "that the bridge",
        ["Radio Kestrel", "The 12-page memo"],
    ),
    "a statement is of the body that spoke just before": (
        "The Harbour Ministry said the ferry had left at noon. The cause is not known, a statement "
        "said.",
        "The cause is",
        ["Harbour Ministry", "a statement"],
    ),
    "a statement is known through where it was read out": (
        "In a statement read out on Radio Kestrel, the Harbour Ministry said the road was mined.",
        "the road was",
        ["Radio Kestrel", "Harbour Ministry"],
    ),
    "what is written in an issue of a paper came through it": (
        "In the April issue of the Marrow Gazette, Ada Quill argued that the war was lost.",
        "that the war",
        ["Marrow Gazette", "Ada Quill"],
    ),
    "a poll comes through the paper that it was made for": (
        "A poll for the Marrow Gazette found that the peace talks have few friends.",
        "that the peace",
        ["Marrow Gazette", "A poll for the Marrow Gazette"],
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
    "who carried reports": (
        "Reports of a landing at Orm, carried by the Valley Post, could not be verified.",
        "a landing at",
        ["Valley Post", "unknown"],
    ),
    "who made the footage that an outlet reviewed": (
        "The independent outlet Zoria, which reviewed footage filmed by residents, said the fire "
        "was at the depot.",
        "the fire was",
        ["Zoria"],
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
    "a document around she said": (
        "The army's own figures, Amal Shuker said, show that 40 people drowned.",
        "that 40 people",
        ["Amal Shuker", "The army's own figures"],
    ),
    "a document on which a claim rests": (
        "The Ural Herald's claim that commanders were ordered to ignore medical boards rests on "
        "a document first posted by the Telegram channel Garrison Diaries.",
        "that commanders were",
        ["Ural Herald"],
    ),
}
