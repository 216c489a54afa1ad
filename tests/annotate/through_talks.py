"""What is told to an outlet, and how a talk with it goes on, in one or two sentences each.

a name for the way  →  the text, the first words of the content, its chain behind the publisher
"""

from __future__ import annotations

THROUGH_TALKS = {
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
    "according to his wife he told them": (
        "General Tom Reed, according to his wife, told the soldiers that the bridge was safe.",
        "that the bridge",
        ["his wife", "Tom Reed"],
    ),
    "a quotation behind a sentence on who speaks is his": (
        "Colonel Tom Reed spoke of the bridge on Monday. “We lost nine men there.”",
        "We lost nine",
        ["Tom Reed"],
    ),
    "what is now said is not told the outlet of then": (
        "In March Ada Quill told Radio Kestrel that the road was open. She now says that it was "
        "mined.",
        "that it was",
        ["Ada Quill"],
    ),
    "another witness speaks to whom the first did": (
        "“They took the first five men,” a herder told the Marrow Gazette.\n\n"
        "Another survivor said that the soldiers wore no signs.",
        "that the soldiers",
        ["Marrow Gazette", "Another survivor"],
    ),
    "who was consulted by an agency spoke to it": (
        "Police sources consulted by Reuters agreed that the road was mined.",
        "that the road",
        ["Reuters", "Police sources consulted by Reuters"],
    ),
    "who made statements to an agency spoke to it": (
        "A general, who made statements to AFP on condition that he was not named, said that the "
        "road was mined.",
        "that the road",
        ["Agence France-Presse", "A general"],
    ),
    "who carried a statement stands before who made it": (
        "The state news agency Kestrel on Monday carried a statement in which the Eastern Command "
        "denied burning homes.",
        "burning homes",
        ["Kestrel", "Eastern Command"],
    ),
    "a talk is over once two others have spoken and a paragraph has ended": (
        "“The road is mined,” Ada Quill told Radio Kestrel.\n\nMajor Tom Reed said the road was "
        "open. Governor Lena Orm said it was shut.\n\nQuill said that nobody had come back.",
        "that nobody had",
        ["Ada Quill"],
    ),
    "a talk goes on when one other has spoken": (
        "“The road is mined,” Ada Quill told Radio Kestrel.\n\nMajor Tom Reed said the road was "
        "open.\n\nQuill said that nobody had come back.",
        "that nobody had",
        ["Radio Kestrel", "Ada Quill"],
    ),
    "a talk goes on over a paragraph": (
        "“The road is mined,” Ada Quill told Radio Kestrel.\n\nShe said that nobody had come back.",
        "that nobody had",
        ["Radio Kestrel", "Ada Quill"],
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
    "a talk goes on where it is named again, whoever spoke in between": (
        "“The road is mined,” Ada Quill told Radio Kestrel.\n\nMajor Tom Reed said the road was "
        "open.\n\nQuill said in the interview that nobody had come back.",
        "that nobody had",
        ["Radio Kestrel", "Ada Quill"],
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
    "who is asked by an outlet speaks to it": (
        "Asked by Radio Kestrel about the strike, Governor Tom Reed said that the depot had been "
        "empty.",
        "that the depot",
        ["Radio Kestrel", "Tom Reed"],
    ),
    "a sentence may open a talk": (
        "The Marrow Gazette also spoke to Ada Quill, an engineer. “The tanks stand side by side,” "
        "she said.",
        "The tanks stand",
        ["Marrow Gazette", "Ada Quill"],
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
    "we are told by nobody knows whom": (
        "“We are told that files are missing,” Mr Reed said.",
        "that files are",
        ["Reed", "unknown"],
    ),
    "a relative through whom somebody speaks": (
        "An elder said, through a relative in Iran, that he had seen three graves.",
        "that he had",
        ["a relative in Iran", "An elder"],
    ),
    "a name that the second paragraph gives": (
        "The guards beat the men every night, a former prisoner has told Channel 9.\n\n"
        "Oleh Hnat, 39, said that the cells had no windows.",
        "that the cells",
        ["Channel 9", "Oleh Hnat"],
    ),
    "an agency by which somebody was asked": (
        "Asked by the agency Rossvest about the report, a Kremlin official said Moscow had seen "
        "no such document.",
        "Moscow had seen",
        ["Rossvest", "a Kremlin official"],
    ),
    "who has spoken to an outlet": (
        "Guards had orders to shoot hostages, according to a soldier who has spoken to the BBC.",
        "Guards had orders",
        ["BBC", "a soldier"],
    ),
    "a lawyer whom the next paragraph names": (
        "A lawyer for the recruiter called the report “fiction” in an interview with Radio "
        "Altiplano.\n\nBut the lawyer, Hernando Pabón, acknowledged that the company had hired "
        "drivers.",
        "that the company",
        ["Radio Altiplano", "Hernando Pabón"],
    ),
    "one of the residents who told an outlet": (
        "Residents told AFP that shelling had resumed at dawn. “My house is gone,” one resident "
        "said by telephone.",
        "My house is",
        ["Agence France-Presse", "one resident"],
    ),
}
