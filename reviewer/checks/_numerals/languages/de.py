"""German."""

_E = "(?:e[nmrs]?)?"  # endings of an adjective

_ONES: dict[float, str] = {
    1: "ein",
    2: "zwei",
    3: "drei",
    4: "vier",
    5: "fünf",
    6: "sechs",
    7: "sieben",
    8: "acht",
    9: "neun",
}
_TENS: dict[float, str] = {
    20: "zwanzig",
    30: "dreißig|dreissig",
    40: "vierzig",
    50: "fünfzig",
    60: "sechzig",
    70: "siebzig",
    80: "achtzig",
    90: "neunzig",
}
_TEENS: dict[float, str] = {
    10: "zehn",
    11: "elf",
    12: "zwölf",
    13: "dreizehn",
    14: "vierzehn",
    15: "fünfzehn",
    16: "sechzehn",
    17: "siebzehn",
    18: "achtzehn",
    19: "neunzehn",
}

NUMBERS: dict[float, str] = {
    0: f"null|nullt{_E}",
    1: f"eins|ein{_E}|erst{_E}|einmal|einzig{_E}",
    2: f"zwei|zwo|zweier|zweien|zweit{_E}|beid{_E}|zweimal|doppelt{_E}|paar",
    3: f"drei|dreier|dreien|dritt{_E}|dreimal|dreifach{_E}",
    7: f"sieben|siebt{_E}|siebent{_E}",
    8: f"acht|acht{_E}",
}
for _value in (4.0, 5.0, 6.0, 9.0):
    NUMBERS[_value] = f"{_ONES[_value]}|{_ONES[_value]}t{_E}|{_ONES[_value]}mal"
for _value, _word in _TEENS.items():
    NUMBERS[_value] = f"{_word}|{_word}t{_E}"
for _value, _word in _TENS.items():
    NUMBERS[_value] = f"(?:{_word})(?:st{_E}|er(?:n|jahre\\w?)?)?"
    for _one, _first in _ONES.items():
        NUMBERS[_value + _one] = f"{_first}und(?:{_word})(?:st{_E})?"
for _one, _first in _ONES.items():
    NUMBERS[_one * 100] = f"{_first}hundert(?:st{_E})?"
NUMBERS[10] += "|jahrzehnt\\w*|dutzende"
NUMBERS[12] += "|dutzend|mittags?|mitternacht"
NUMBERS[100] += f"|hundert(?:e|en|st{_E})?|jahrhundert\\w*"
NUMBERS[0.5] = f"halb{_E}|hälfte"
NUMBERS[0.25] = "viertel\\w?"
NUMBERS[1.5] = "eineinhalb|anderthalb"
PREFIXES: dict[float, str] = {
    **_ONES,
    **{value: f"(?:{word})" for value, word in _TENS.items()},
    10: "zehn",
    12: "zwölf",
    100: "hundert",
    0.5: "halb",
}
MONTHS = (
    "jan(?:uar|uars|ner|ners)?",
    "feb(?:ruar|ruars|er)?",
    "märz|mär",
    "april|aprils|apr",
    "mai|mais",
    "juni|junis|jun",
    "juli|julis|jul",
    "aug(?:ust|usts)?",
    "sept?(?:ember|embers)?",
    "okt(?:ober|obers)?",
    "nov(?:ember|embers)?",
    "dez(?:ember|embers)?",
)
JOINERS = "und"
