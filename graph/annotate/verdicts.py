"""Words by which a claim is taken back: what is claimed, and what is said and done to it."""

from __future__ import annotations

DENY = frozenset("deny reject dispute refute contest disavow denial rejection".split())
"""Words of denial, of whatever is denied."""
REPORT = frozenset(
    "report claim rumour rumor allegation accusation story suggestion charge assertion notion "
    "article statement post talk finding verdict ruling theory dispatch".split()
)
"""What says a thing that may be taken back."""
REBUFF = DENY | frozenset(
    "dismiss rubbish rebut debunk disprove ridicule discredit rebuff mock scorn repudiate retract "
    "contradict withdraw recant drop throw laugh distance quash overturn reverse annul overrule "
    "disown delete remove correct".split()
)
"""Verbs that take back what is claimed or reported, of a claim or report only."""
CALLS = frozenset("call describe brand label denounce decry condemn slam regard".split())
"""Verbs that do so if what they call it is FALSE."""
FALSE = frozenset(
    "untrue false untruth falsehood lie fabrication myth hoax baseless unfounded groundless fake "
    "invention nonsense wrong incorrect fiction lying propaganda slander disinformation absurd "
    "bogus invented fabricated mistaken ridiculous laughable".split()
)
"""Words that call a thing not so."""
SHOWS = frozenset("showing indicating revealing suggesting proving".split())
"""What a file does that somebody cites."""
