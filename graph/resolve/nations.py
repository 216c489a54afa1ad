"""The country that a word names or an adjective belongs to: "Israeli" and "Israel" are one.

words of a text  →  the countries among them, and the words that are none
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

# A country by its first word; the other words mean it too. "south+korea" stands for two words.
_NATIONS = """
afghanistan afghan afghani | albania albanian | algeria algerian | angola angolan | argentina
argentine argentinian | armenia armenian | australia australian | austria austrian | azerbaijan
azerbaijani azeri | bahrain bahraini | bangladesh bangladeshi | belarus belarusian belarussian
byelorussian | belgium belgian | benin beninese | bolivia bolivian | bosnia bosnian | brazil
brazilian | bulgaria bulgarian | burkina+faso burkinabe | burundi burundian | cambodia cambodian |
cameroon cameroonian | canada canadian | chad chadian | chile chilean | china chinese prc |
colombia colombian | congo congolese drc | croatia croatian croat | cuba cuban | cyprus cypriot |
czech czechia | denmark danish dane | ecuador ecuadorian | egypt egyptian | eritrea eritrean |
estonia estonian | ethiopia ethiopian | finland finnish | france french | gabon gabonese | gambia
gambian | georgia georgian | germany german | ghana ghanaian | greece greek | guatemala guatemalan
| guinea guinean | haiti haitian | honduras honduran | hungary hungarian | iceland icelandic |
india indian | indonesia indonesian | iran iranian | iraq iraqi | ireland irish | israel israeli |
italy italian | japan japanese | jordan jordanian | kazakhstan kazakh | kenya kenyan | kosovo
kosovan | kuwait kuwaiti | kyrgyzstan kyrgyz | laos lao laotian | latvia latvian | lebanon lebanese
| liberia liberian | libya libyan | lithuania lithuanian | madagascar malagasy | malaysia malaysian
| mali malian | mauritania mauritanian | mexico mexican | moldova moldovan | mongolia mongolian |
montenegro montenegrin | morocco moroccan | mozambique mozambican | myanmar burma burmese | namibia
namibian | nepal nepali nepalese | netherlands dutch | new+zealand | nicaragua nicaraguan | niger
nigerien | nigeria nigerian | north+korea north+korean dprk | norway norwegian | oman omani |
pakistan pakistani | palestine palestinian | panama panamanian | peru peruvian | philippines
philippine filipino | poland polish | portugal portuguese | qatar qatari | romania romanian |
russia russian | rwanda rwandan | salvador salvadoran | saudi+arabia saudi | senegal senegalese |
serbia serbian serb | sierra+leone | singapore singaporean | slovakia slovak | slovenia slovenian
slovene | somalia somali | south+africa south+african | south+korea south+korean | south+sudan
south+sudanese | spain spanish | sri+lanka sri+lankan | sudan sudanese | sweden swedish |
switzerland swiss | syria syrian | taiwan taiwanese | tajikistan tajik | tanzania tanzanian |
thailand thai | togo togolese | tunisia tunisian | turkey turkish turkiye | turkmenistan turkmen |
uganda ugandan | ukraine ukrainian | united+arab+emirates uae emirati | united+kingdom uk british
britain | united+states us usa american america | uruguay uruguayan | uzbekistan uzbek | venezuela
venezuelan | vietnam vietnamese | yemen yemeni | zambia zambian | zimbabwe zimbabwean
"""
_MOST = 3
"""Words of the longest name."""


def nations(words: Sequence[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The countries that words in lower case name, and the other words in their order."""
    found, rest, i = set(), [], 0
    listed = _listed()
    while i < len(words):
        for length in range(_MOST, 0, -1):
            nation = listed.get("+".join(words[i : i + length]))
            if nation and i + length <= len(words):
                found.add(nation)
                i += length
                break
        else:
            rest.append(words[i])
            i += 1
    return frozenset(found), tuple(rest)


@cache
def _listed() -> dict[str, str]:
    groups = [group.split() for group in _NATIONS.split("|")]
    return {word: group[0] for group in groups for word in group}
