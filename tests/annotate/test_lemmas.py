"""Words come out in their dictionary form."""

import pytest

from graph.annotate.lemmas import lemma

VERBS = """
shelled shell|fired fire|killing kill|dismissed dismiss|accused accuse|accuses accuse|freed free
agreed agree|sued sue|suing sue|sues sue|captured capture|injured injure|wounded wound|seized seize
mobilised mobilise|besieged besiege|charged charge|urged urge|refused refuse|released release
resigned resign|controls control|controlled control|patrolling patrol|stopped stop|quitting quit
fled flee|fleeing flee|struck strike|striking strike|overran overrun|withdrew withdraw|shot shoot
invaded invade|raided raid|aided aid|exploded explode|provided provide|evacuated evacuate
defeated defeat|treated treat|created create|detained detain|undermining undermine|joined join
visited visit|invited invite|executed execute|recruited recruit|dying die|died die|lying lie
headed head|leads lead|led lead|represents represent|representing represent|serves serve
belonged belong|employs employ|deployed deploy|denied deny|denies deny|met meet|holding hold
convicted convict|threatening threaten|ordered order|demanded demand|investigated investigate
sanctioned sanction|deported deport|destroyed destroy|burned burn|demolished demolish|bombed bomb
named name|claimed claim|blamed blame|escaped escape|resumed resume|forced force|trapped trap
deserted desert|abandoned abandon|mentioned mention|postponed postpone|required require
declared declare|used use|argued argue|rescued rescue|toppled topple|handled handle
commanding command
pulls pull|pulled pull|rejecting reject|hurled hurl|passed pass|crosses cross|goes go|says say
arrested arrest|were be|'s be|has have|wo will|tortured torture|kidnapped kidnap|hijacking hijack
ambushed ambush|sheltered shelter|executing execute|bleed bleed|need need|sting sting|bring bring
"""
NOUNS = """
armies army|men man|guardsmen guardsman|spokeswomen spokeswoman|attorneys attorney|police police
brigades brigade|witnesses witness|forces force|crises crisis|buses bus|people person|news news
soldiers soldier|clashes clash|headquarters headquarters|deaths death|wives wife|status status
"""


def _pairs(listed: str) -> list[tuple[str, str]]:
    rows = [row.split() for row in listed.replace("\n", "|").split("|") if row]
    return [(form, base) for form, base in rows]


@pytest.mark.parametrize(("form", "base"), _pairs(VERBS))
def test_a_verb_comes_out_in_its_infinitive(form: str, base: str) -> None:
    assert lemma(form, "VERB") == base


@pytest.mark.parametrize(("form", "base"), _pairs(NOUNS))
def test_a_noun_comes_out_in_its_singular(form: str, base: str) -> None:
    assert lemma(form, "NOUN") == base


def test_capitals_do_not_matter_and_other_words_are_left_alone() -> None:
    assert lemma("Killed", "VERB") == "kill"
    assert lemma("Commanders", "PROPN") == "commander"
    assert lemma("n't", "PART") == "not"
    assert lemma("wounded", "ADJ") == "wounded"
