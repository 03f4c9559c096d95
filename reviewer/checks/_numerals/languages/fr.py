"""French."""

import re

_UNITS = {
    1: "une?",
    2: "deux",
    3: "trois",
    4: "quatre",
    5: "cinq",
    6: "six",
    7: "sept",
    8: "huit",
    9: "neuf",
    10: "dix",
    11: "onze",
    12: "douze",
    13: "treize",
    14: "quatorze",
    15: "quinze",
    16: "seize",
    17: "dix-sept",
    18: "dix-huit",
    19: "dix-neuf",
}
_TENS = {
    20: "vingt",
    30: "trente",
    40: "quarante",
    50: "cinquante",
    60: "soixante",
    80: "quatre-vingts?",
}


def _ordinal(word: str) -> str:
    """The word and its ordinal: cinq, cinquième, neuvième, quatrième."""
    stem = re.sub("neuf$", "neuv", re.sub("cinq$", "cinqu", word.rstrip("e")))
    return f"{word}|{stem}ièmes?"


NUMBERS: dict[float, str] = {0: "zéros?"}
for _value, _word in _UNITS.items():
    NUMBERS[_value] = _ordinal(_word)
for _ten, _first in _TENS.items():
    NUMBERS[_ten] = _ordinal(_first)
    for _value in range(1, 20 if _ten in (60, 80) else 10):
        NUMBERS[_ten + _value] = f"{_first}[- ](?:et[- ])?(?:{_ordinal(_UNITS[_value])})"
NUMBERS[1] = "une?|unièmes?|premi(?:er|ère|ers|ères)|uniques?"
NUMBERS[2] += "|seconde?s?|double|doublé|paire"
NUMBERS[3] += "|tiers|triple|triplé"
NUMBERS[10] += "|dizaines?|décennies?"
NUMBERS[12] += "|douzaines?|midi|minuit"
NUMBERS[15] += "|quinzaine"
NUMBERS[20] += "|vingtaine"
NUMBERS[100] = "cents?|centièmes?|centaines?|siècles?"
NUMBERS[0.5] = "demie?s?|moitié"
NUMBERS[0.25] = "quarts?"
PREFIXES: dict[float, str] = {}
MONTHS = (
    "janv(?:ier)?",
    "févr?(?:ier)?",
    "mars",
    "avr(?:il)?",
    "mai",
    "juin",
    "juil(?:let)?",
    "août",
    "sept(?:embre|(?=\\.))",
    "oct(?:obre)?",
    "nov(?:embre)?",
    "déc(?:embre)?",
)
JOINERS = "et"
