"""A word in its dictionary form, by spelling rules and a table of what no rule explains.

    word, part of speech (UPOS)  →  "shelled" VERB: "shell"; "armies" NOUN: "army"

Only verbs, auxiliaries and nouns change; other words are merely put in lower case. The rules are
those of English spelling, so a made-up or rare verb may come out without its final "e".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_VERBS = """
be am is are was were been being 's 're 'm|have has had having 've|do does did done doing
will 'll wo|would 'd|can ca|may might|shall sha|arise arose arisen|awake awoke awoken
bear bore borne
beat beaten|become became|begin began begun|bend bent|bet|bid bade bidden|bind bound|bite bit bitten
bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt
burst|buy bought|cast|catch caught|choose chose chosen|cling clung|come came|cost|creep crept|cut
deal dealt|die died dying dies|dig dug|dive dove|draw drew drawn|dream dreamt|drink drank drunk
drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found
flee fled fleeing|fling flung|fly flew flown|forbid forbade forbidden|forecast
foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten getting
give gave given|go went gone goes|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden
hit|hold held|hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt
learn learnt|leave left|lend lent|let|lie lies lay lain lying|light lit|lose lost|make made
mean meant|meet met|mislead misled|mistake mistook mistaken|mow mown|outgun|overcome overcame
overhear overheard
overrun overran|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown
pay paid|plead pled|prove proven|put|quit|read|rebuild rebuilt|retake retook retaken
rewrite rewrote rewritten|rid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said
see saw seen|seek sought|sell sold|send sent|set|sew sewn|shake shook shaken|shed|shine shone
shoot shot|show shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|sleep slept
slide slid|sow sown|speak spoke spoken|speed sped|spend spent|spin spun|spit spat|split
spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
strike struck stricken
string strung|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken
teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust|tie tied tying ties
tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken
uphold upheld|wake woke woken|wear wore worn|weave wove woven|weep wept|win won
withdraw withdrew withdrawn
withhold withheld|withstand withstood|wring wrung|write wrote written
"""
"""Dictionary form, then its other forms; verbs apart by | or line."""

_NOUNS = """
man men|woman women|child children|person people|foot feet|tooth teeth|goose geese|mouse mice
life lives|wife wives|knife knives|thief thieves|half halves|leaf leaves|self selves|wolf wolves
shelf shelves|loaf loaves|hero heroes|veto vetoes|embargo embargoes|torpedo torpedoes
tomato tomatoes
potato potatoes|volcano volcanoes|mosquito mosquitoes|crisis crises|basis bases|analysis analyses
thesis theses|hypothesis hypotheses|oasis oases|axis axes|news|series|species|headquarters|barracks
means|ethics|politics|physics|gallows|sheep|aircraft|spacecraft|hovercraft|police|lens lenses
gas gases
bus buses|criterion criteria|phenomenon phenomena|datum data|corps
"""

_PLAIN = frozenset(
    "focus bias canvas belong prolong wrong long bring sing hang ring string swing fling cling "
    "bang ruin combat visit limit exploit recruit edit credit exit profit inherit deposit pencil "
    "council murmur cordon trumpet gossip develop cloud target budget market format".split()
)
"""Stems that take no "e", whatever their ending."""
_WITH_E = frozenset(
    "invit cit excit unit ignit recit incit writ bit creat postpon condon phon clon aton interfer "
    "adher persever consol cajol scal tim com welcom becom overcom wip snip prob hop cop scop "
    "typ".split()
)
_TAKES_E = re.compile(
    r"""(?x:
      [cvu] | (?<![sz])[sz] | [aeioudlrn]g | [^aeiourl]l | (?<![eo])at
    | (?:[^aeiou]|qu)ir | [^aeiou][au]r | (?:st|pl|gn|sc)or | [^aeio]id | [^aeo]ud | [^o]od
    | [^eo]ad | [^e]ed | [^aoi]ut | [mvnu]ot | [lp]et | (?<![aeou])in | ven | [^eo]ak
    | [^aeo]ik | [^o]ok | [^aeiou]il | [^ao]ul | [^aeio]am | [^aeo]um | [^eo]ap | ib
    )$"""
)
_DOUBLED = re.compile(r"([bdgkmnprtl])\1$")
_ENDS_IN_EE = frozenset("agreed disagreed freed decreed guaranteed refereed".split())
_KEPT_DOUBLE = frozenset(
    "add err purr egg ebb install recall forestall unroll enroll fulfill".split()
)


@lru_cache(maxsize=50_000)
def lemma(word: str, upos: str) -> str:
    """The dictionary form, in lower case.

    upos: a tag of Universal Dependencies; VERB and AUX are treated as verbs, NOUN and PROPN as
    nouns. A participle tagged ADJ stays as it is.
    """
    word = word.lower().replace("’", "'")
    if upos in ("VERB", "AUX"):
        return _irregular(_VERBS).get(word) or _verb(word)
    if upos in ("NOUN", "PROPN"):
        return _irregular(_NOUNS).get(word) or _noun(word)
    return "not" if word == "n't" else word


def is_lemma(word: str, upos: str) -> bool:
    """True of a word as a dictionary lists it; of "lay" too, which is also a form of "lie"."""
    listed = _VERBS if upos == "VERB" else _NOUNS
    return lemma(word, upos) == word or word in _irregular(listed).values()


@cache
def _irregular(table: str) -> dict[str, str]:
    rows = [row.split() for row in re.split(r"[|\n]", table) if row.strip()]
    return {form: forms[0] for forms in rows for form in forms}


def _verb(word: str) -> str:
    if len(word) < 4 or "'" in word:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith("eed"):
        return word[:-1] if word in _ENDS_IN_EE else word
    if word.endswith("ed"):
        return _stem(word[:-2])
    if word.endswith("ing") and re.search("[aeiouy]", word[:-3]):
        return _stem(word[:-3])
    return word


def _stem(stem: str) -> str:
    """A verb that lost "ed" or "ing", with the "e" or without the letter that it took."""
    if stem in _PLAIN:
        return stem
    if stem in _WITH_E or len(stem) < 2:
        return stem + "e"
    if _DOUBLED.search(stem):
        syllables = len(re.findall("[aeiouy]+", stem))
        keeps = stem in _KEPT_DOUBLE or (stem.endswith("ll") and syllables == 1)
        return stem if keeps else stem[:-1]
    return stem + "e" if _TAKES_E.search(stem) else stem


def _noun(word: str) -> str:
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > 3:
        return word[:-1]
    return word
