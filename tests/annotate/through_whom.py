"""Who passes a thing on otherwise, and who is cited, in one or two sentences each.

a name for the way  →  the text, the first words of the content, its chain behind the publisher
"""

from __future__ import annotations

THROUGH_WHOM = {
    "an agency quoted a commander as saying": (
        "“We have no shells,” Interfax quoted a commander as saying.",
        "We have no",
        ["Interfax", "a commander"],
    ),
    "what is said three deep keeps whoever said it first and last": (
        "Radio Kestrel reported on Friday that a UN memo said a herder had told investigators "
        "that the road was mined.",
        "that the road",
        ["Radio Kestrel", "a UN memo", "a herder"],
    ),
    "who runs a channel does not pass on what it says": (
        "Grey Ferry, a Telegram channel run by serving soldiers, said that the colonel had left.",
        "that the colonel",
        ["Grey Ferry"],
    ),
    "who is cited by somebody is cited once": (
        "According to the Harbour Ministry, cited by Radio Kestrel, two ships were hit.",
        "two ships were",
        ["Radio Kestrel", "Harbour Ministry"],
    ),
    "who carries what is said around it stands in the chain once": (
        "The leaked cables, seen by the Guardian and Le Monde, show that diplomats warned of a "
        "massacre.",
        "a massacre",
        ["The Guardian", "The leaked cables", "diplomats"],
    ),
    "what is heard from somebody is his": (
        "Ada Quill said her cousin had heard from a border guard that the post would be abandoned.",
        "that the post",
        ["Ada Quill", "her cousin", "a border guard"],
    ),
    "a paper that quotes somebody is called a daily": (
        "An envoy, quoted by the French-language daily El Marrow, said the rulers were afraid.",
        "the rulers were",
        ["El Marrow", "An envoy"],
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
    "the network of an affiliate carries nothing": (
        "Two officials told NBC affiliate KXYZ that the road was open.",
        "that the road",
        ["KXYZ", "Two officials"],
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
    "the outlet with a point in its name": (
        "A mother told Kavkaz.Realii that her son had been beaten.",
        "that her son",
        ["Kavkaz.Realii", "A mother"],
    ),
    "a newspaper whose name begins with The": (
        "State newspaper The Bright Mirror on Wednesday quoted the Ministry of Religious Affairs "
        "as saying that no building had been damaged.",
        "that no building",
        ["Bright Mirror", "Ministry of Religious Affairs"],
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
    "who carried a claim": (
        "State television carried a claim by the army that it had taken the town.",
        "that it had",
        ["State television", "the army"],
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
    "an outlet that counts according to files has it from them": (
        "The Marrow Gazette put the deserters at 300, according to court files it reviewed.",
        "the deserters at",
        ["Marrow Gazette", "court files it reviewed"],
    ),
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
