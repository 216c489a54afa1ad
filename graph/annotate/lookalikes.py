"""Numbers that count nothing: dates, clock times, ages, money, pages, names, calibres.

    text, place of a number  →  True if it counts something

Every test looks at a few dozen characters on each side, so its cost does not grow with the text.
"""

from __future__ import annotations

import re

_NEAR, _CLOSE = 48, 32
"""Characters to look at; most tests need fewer."""
_MONTH = (
    r"(?:Jan(?:uary|\b)|Feb(?:ruary|\b)|Mar(?:ch|\b)|Apr(?:il|\b)|May\b|June?\b|July?\b|Aug(?:ust|\b)"
    r"|Sept?(?:ember|\b)|Oct(?:ober|\b)|Nov(?:ember|\b)|Dec(?:ember|\b))"
)
CURRENCY = (
    r"(?:dollars?|euros?|roubles?|rubles?|hryvnias?|pounds?(?! of)|shekels?|liras?|rials?|riyals?"
    r"|dinars?|tenge|manats?|drams?|rand|crowns?|lei|bolivars?|francs?|gourdes?|pesos?|yen|yuan|rupees?|afghanis?|birr|nairas?|shillings?|kyats?"
    r"|cents?|kopecks?|pence|us dollars?|usd|eur|gbp)\b"
)
_DESIGNATOR = (
    r"(?:battalions?|brigades?|regiments?|divisions?|squadrons?|platoon|company|unit|branch|block"
    r"|grade|channel|chapters?|articles?|sections?|paragraphs?|resolutions?|route|highway|room|gate|hall"
    r"|zone|sector|camp|building|school|flight|phase|page|pages|number|numbers|nos?\.?|update"
    r"|type|mark|model|leopard|shahed|geran|boeing|airbus|antonov|sukhoi|mig|lancet"
    r"|part|point|class|level|line|group|post|station|formula|chaser|protocol|bus|ward|cell|hill|tower|flat|platform"
    r"|hangar|hospital|lot|door|wing|pier|berth|bay|track|form|law|decree|case|rule|bill)"
)
_UNIT_AFTER = (
    r"(?:Squadron|Brigade|Battalion|Regiment|Division|Corps|Company|Commando|Para|Rifles|Army"
    r"|Mawozo|Segon|Segonn)\b"
)
_PERSON = (
    r"(?:boy|girl|man|woman|youth|child|widow|shepherd|farmer|teenager|son|daughter|soldier"
    r"|conscript|recruit|lad|veteran)"
)

_BEFORE_NO_COUNT = re.compile(
    r"(?:[$€£¥₽₴₪₺] ?|\b(?:usd|eur|gbp) "
    r"|\b(?:aged?|ages|aged between|age of)(?: (?:\d+|[a-z-]+)(?: and| to| or))? "
    r"|\b(?:on|by|since|until) day "
    rf"|\b{_PERSON} of (?:about |around |some |only )?"
    r"|\b(?:(?:half|quarter|twenty|ten|five|minutes) past"
    r"|(?:young|old) as|minus|magnitude|not yet) "
    rf"|\b{_DESIGNATOR} (?:\d{{1,5}}(?:,| and| or| to) ){{0,3}}|[+#№] ?|\[|\+\d[\d ()-]{{0,14}})$"
)
_AFTER_NO_COUNT = re.compile(
    rf"(?:m|bn|k)?[ -](?:million |billion |thousand |us )?{CURRENCY}"
    r"|[- ](?:years?|months?|weeks?|days?)[- ](?:old|of age)\b"
    r"|[- ](?:day|week|month|year)s? ago\b"
    r"|[- ](?:web ?)?pages?\b|[- ][a-z]+-page\b"
    r"|[- ](?:minute|second|hour|part)[- ](?:clip|video|film|recording|footage|tape)"
    r"| ?(?:a\.?m|p\.?m)\b| o['’]?clock|:\d\d| gmt\b"
    r"| in the (?:morning|afternoon|evening)\b| past (?:[a-z]+|\d)"
    r"|[°′″\]]| ?(?:mhz|ghz|mb|gb)\b"
    r"|[ -]?mm\b|[ -]?millimet|[ -]degrees?\b|[ -]magnitude"
    r"|-(?:nil|storey|story|star|sided|time|way|wheel|pronged|party|state)"
    r"|-(?:first|second|third|(?!month)[a-z]+th)\b"
)
_CLOCK_BEFORE = re.compile(
    r"\b(?:at|by|until|till|before|after|since|from|towards?)(?: about| around| nearly)? $"
)
_CLOCK_AFTER = re.compile(
    r"(?:[,.;:!?\"”’)]|$| (?:on|in the|when|and|the|they|he|she|it|but|there|that|this|some|local"
    r"|sharp|every)\b)"
)
_CLOCK_MOSTLY = re.compile(r"\b(?:at|by|until|till|towards?)(?: about| around| nearly)? $")
_NOUN_NEAR = re.compile(
    r"[ -](?:[\w'’-]+ ){0,3}?(?:[\w-]+s|people|men|women|children|police|dead|wounded|per|km|kg)\b"
)
_COUNTING = re.compile(
    r"\b(?:put|puts|putting|toll|stood|stands|count|losses|number|figure"
    r"|total|deaths|fatalities|missing|wounded|numbered|estimate|estimated|estimates|casualties|tally)\b"
)
_ENTRY_BEFORE = re.compile(r"(?:^|[.!?”\"] ?|  )$")
_IT_WAS = re.compile(r"\bit (?:was|is)(?: about)? $")
_CLOCK_POINT = re.compile(r"\d{1,2}\.\d\d")
_AGE_AFTER = re.compile(r",|\.(?=\s|$)|\)")
_AGE_IS = re.compile(
    r"(?:\b[A-Z][\w'-]+,?|\b(?:[Hh]e|[Ss]he|who|I))"
    r" (?:was|is|am|were)(?: only| just| barely| not yet)? $"
)
_AGE_IS_AFTER = re.compile(r"[;.,]| when\b| and (?:had|has|was|is)\b")
_NAME_BEFORE = re.compile(r"\b([A-Z][\w’']*) $")
_NOUN_AFTER = re.compile(
    r"[ -](?:[a-z-]+ )?(?!(?:is|was|has|as|its|his|this|says)\b)(?:[a-z]+s"
    r"|people|men|women|children|police|dead|wounded|killed|per|km|kg)\b"
)
_SENTENCE_WORDS = frozenset(
    "although because while when where who how if so yet nor until once also just even still now"
    " here killing including other another dead killed wounded "
    "a about after all almost an and around as at before between but by during for from hundreds in"
    " nearly of on only or over roughly some than that the then there these they those to under up"
    " with january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday least most fewer more no".split()
)
_MIDWAY = re.compile(r"[^\W\d_] $")
_CAPITAL = re.compile(r"[ -][A-Z]")
_SOME_OF_THEM = re.compile(
    r" (?:were|are|have|died|had been|others|more|dead|killed|wounded|injured"
    r"|of (?:the|its|his|her|them|these|those|whom|which))\b"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PEOPLE_AFTER = re.compile(
    r" (?:people|men|women|children|troops|soldiers|civilians|bodies|families|homes|houses"
    r"|[a-z]+ers)\b"
)


_MONTH_AFTER = re.compile(rf"(?:(?:,| and| or| to)? ?\d{{1,2}}){{0,2}}(?: of)? {_MONTH}")
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTH}|[A-Z][a-z]{{2,3}}\.) $")
_PERSON_NAMED = re.compile(r"\b[A-Z][\w’'-]+(?:, | \()$")
_OVER_AGE = re.compile(
    r"\b(?:are|is|was|were|men|women|males|those|people|citizens|anyone|children|boys|girls)"
    r" (?:over|under|below|above) $"
)
_AT_AGE = re.compile(r"\b[Aa]t $|\b(?:youngest|oldest|eldest)(?: was| is|,) $")
_AT_AGE_AFTER = re.compile(r",? (?:he|she|I)\b")
_OF_AGE = re.compile(r"\b(?:men|women|males|those|people|citizens|boys|girls) (?:aged )?$")
_UNIT_NAME = re.compile(rf" (?:[A-Z]\w+ ){{0,2}}{_UNIT_AFTER}")


def counts(text: str, folded: str, start: int, end: int, value: float) -> bool:
    """True if the number at start to end, bound words left out, counts people, things or time."""
    before, after = folded[max(0, start - _NEAR) : start], folded[end : end + _NEAR]
    if _BEFORE_NO_COUNT.search(before[-_CLOSE:]) or _AFTER_NO_COUNT.match(after):
        return False
    near, far = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return not (
        _is_date(near, far, value)
        or _is_clock(before, after, text[start:end], value)
        or _is_age(near, far, folded[start:end], value)
        or _is_name(near, far, text[start:end])
    )


def _is_date(near: str, far: str, value: float) -> bool:
    return 1 <= value <= 31 and bool(_MONTH_AFTER.match(far) or _MONTH_BEFORE.search(near))


def _is_clock(before: str, after: str, written: str, value: float) -> bool:
    point = bool(_CLOCK_POINT.fullmatch(written)) and value < 24
    if point and (_ENTRY_BEFORE.search(before) or after.startswith((" —", " –", " -"))):
        return True
    if _IT_WAS.search(before) and _CLOCK_AFTER.match(after):
        return True
    if not _CLOCK_BEFORE.search(before):
        return False
    if point:
        return True
    alone = _CLOCK_AFTER.match(after) or (
        _CLOCK_MOSTLY.search(before) and not _NOUN_NEAR.match(after)
    )
    return value <= 12 and bool(alone) and not _COUNTING.search(before)


def _is_age(near: str, far: str, written: str, value: float) -> bool:
    if not 1 <= value <= 110:
        return False
    if near.endswith(", ") and near[-3:-2].isalpha() and far.startswith(","):
        return True
    if _PERSON_NAMED.search(near) and _AGE_AFTER.match(far):
        return True
    if _AT_AGE.search(near) and _AT_AGE_AFTER.match(far):
        return True
    if _OVER_AGE.search(near.lower()) and not _NOUN_NEAR.match(far):
        return True
    if written.startswith("between") and _OF_AGE.search(near.lower()):
        return True
    return bool(_AGE_IS.search(near) and _AGE_IS_AFTER.match(far) and not _COUNTING.search(near))


def _is_name(near: str, far: str, written: str) -> bool:
    """True for "Rossiya 24", "12 Squadron", "Grade Four", "1)", a year, or a leading 0."""
    if not written[0].isdigit():
        return written[0].isupper() and bool(_MIDWAY.search(near)) and not _CAPITAL.match(far)
    if _SOME_OF_THEM.match(far) and not _YEAR.fullmatch(written):
        return False
    if written[0] == "0" and written[:2] != "0.":
        return True
    if _YEAR.fullmatch(written) and not _PEOPLE_AFTER.match(far):
        return True
    if _UNIT_NAME.match(far):
        return True
    if far.startswith(")") and "(" not in near[-20:]:
        return True
    name = _NAME_BEFORE.search(near)
    if not name or "," in written or name[1].lower() in _SENTENCE_WORDS:
        return False
    return not _NOUN_AFTER.match(far)
