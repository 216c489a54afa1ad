"""The names of countries by their codes (ISO 3166-1), for one line about an outlet."""

from __future__ import annotations

from functools import cache

_NAMES = """
AE United Arab Emirates; AF Afghanistan; AL Albania; AM Armenia; AO Angola; AR Argentina; AT
Austria; AU Australia; AZ Azerbaijan; BA Bosnia and Herzegovina; BD Bangladesh; BE Belgium; BF
Burkina Faso; BG Bulgaria; BH Bahrain; BI Burundi; BO Bolivia; BR Brazil; BY Belarus; CA Canada;
CD Democratic Republic of the Congo; CF Central African Republic; CG Republic of the Congo; CH
Switzerland; CI Ivory Coast; CL Chile; CM Cameroon; CN China; CO Colombia; CU Cuba; CY Cyprus; CZ
Czechia; DE Germany; DK Denmark; DZ Algeria; EC Ecuador; EE Estonia; EG Egypt; ES Spain; ET
Ethiopia; FI Finland; FR France; GB United Kingdom; GE Georgia; GH Ghana; GR Greece; GT
Guatemala; HK Hong Kong; HR Croatia; HT Haiti; HU Hungary; ID Indonesia; IE Ireland; IL Israel;
IN India; IQ Iraq; IR Iran; IT Italy; JO Jordan; JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia;
KP North Korea; KR South Korea; KW Kuwait; KZ Kazakhstan; LB Lebanon; LK Sri Lanka; LR Liberia;
LT Lithuania; LV Latvia; LY Libya; MA Morocco; MD Moldova; ME Montenegro; MK North Macedonia; ML
Mali; MM Myanmar; MR Mauritania; MX Mexico; MY Malaysia; MZ Mozambique; NA Namibia; NE Niger; NG
Nigeria; NI Nicaragua; NL Netherlands; NO Norway; NP Nepal; NZ New Zealand; OM Oman; PE Peru; PG
Papua New Guinea; PH Philippines; PK Pakistan; PL Poland; PS Palestine; PT Portugal; QA Qatar; RO
Romania; RS Serbia; RU Russia; RW Rwanda; SA Saudi Arabia; SD Sudan; SE Sweden; SG Singapore; SI
Slovenia; SK Slovakia; SN Senegal; SO Somalia; SS South Sudan; SV El Salvador; SY Syria; TD Chad;
TH Thailand; TJ Tajikistan; TN Tunisia; TR Turkey; TW Taiwan; UA Ukraine; UG Uganda; US United
States; UZ Uzbekistan; VA Vatican City; VE Venezuela; VN Vietnam; XK Kosovo; YE Yemen; ZA South
Africa; ZW Zimbabwe
"""


def country(code: str) -> str:
    """The country's short English name; the code itself if it is not in the list."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    entries = " ".join(_NAMES.split()).split("; ")
    return {entry[:2]: entry[3:] for entry in entries}
