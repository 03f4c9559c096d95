"""Currencies and measures beside a number: what must not change when the number stays."""

from __future__ import annotations

import re
from functools import cache

# Of one class (the first word) exactly one may stand beside a number. English, then any language.
_UNITS: tuple[tuple[str, str, str], ...] = (
    ("money USD", r"\$|US\$|USD|(?:US )?dollars?", r"\$|USD|долл?\w*|dol+[aāáe]r\w*|dólar\w*|美元"),
    ("money EUR", r"€|EUR|euros?", r"€|EUR|евро|євро|eur[oóu]\w*|eiro|欧元"),
    ("money GBP", r"£|GBP|pounds? sterling", r"£|GBP"),
    ("money RUB", r"₽|RU[BR]|rou?bles?", r"₽|руб\w*\.?|RU[BR]|rubl\w*|rubel\w*"),
    ("money UAH", r"₴|UAH|hryvn?i?a?s?|hryvnyas?", r"₴|грн\.?|грив\w+|UAH"),
    ("money KZT", r"₸|KZT|tenge", r"₸|тенге|теңге|KZT"),
    ("money PLN", r"PLN|zlot(?:y|ys|ies)|złoty", r"PLN|zł|złot\w+|злот\w+"),
    ("money CNY", r"CNY|RMB|yuans?", r"CNY|RMB|юан\w*|元|人民币"),
    ("money JPY", r"JPY|yen", r"JPY|[ий]ен\w*|日元|円"),
    ("money TRY", r"₺|TRY|(?:Turkish )?liras?", r"₺|TRY|TL|лир\w*|lira\w*"),
    ("money CZK", r"CZK|Czech (?:crowns|korunas?)|korunas?", r"CZK|Kč|korun\w*"),
    ("length km", r"km|kilomet(?:er|re)s?", r"км|km|кілометр\w*|километр\w*|kilom\w+|公里"),
    ("length m", r"met(?:er|re)s?", r"метр\w*|metr\w*|meter\w*|mètre\w*|米"),
    ("length cm", r"cm|centimet(?:er|re)s?", r"см|cm|сантиметр\w*|centi?m\w+|zentim\w+"),
    ("length mm", r"mm|millimet(?:er|re)s?", r"мм|mm|мил+[иі]метр\w*|mil+im\w+"),
    ("length mile", r"miles?", r"мил[яьи]\w*|mil[ejy]\w?|mylių?|jūdz\w+"),
    ("mass kg", r"kg|kilos?|kilograms?|kilogrammes?", r"кг|kg|к[иі]лограм\w*|kilogram\w*"),
    ("mass g", r"grams?|grammes?", r"грам\w*|gram\w*"),
    ("mass t", r"tons?|tonnes?", r"тонн\w*|tonn\w*|tony?"),
    ("area ha", r"ha|hectares?", r"га|ha|гектар\w*|hektar\w*|hectare\w*"),
)


@cache
def _pattern(english: bool) -> re.Pattern[str]:
    groups = []
    for index, (_, own, other) in enumerate(_UNITS):
        words = own if english else other
        groups.append(rf"(?P<u{index}>{words})")
    return re.compile(rf"(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)


_SIGN = re.compile(r"(US\$|[$€£₽₴₸₺]|[A-Z]{3})[ \u00a0]?\Z")
_SPACE = re.compile(r"[ \u00a0\u202f-]?")


def unit(text: str, start: int, end: int, lang: str) -> tuple[str, str]:
    """Class and unit of the number ``text[start:end]``: ("money", "EUR"); empty where none is."""
    pattern = _pattern(lang == "en")
    after = _SPACE.match(text, end)
    match = pattern.match(text, after.end() if after else end)
    if not match:
        sign = _SIGN.search(text, max(0, start - 4), start)
        match = pattern.fullmatch(sign[1]) if sign else None
    if not match:
        return "", ""
    kind, _, name = _UNITS[int((match.lastgroup or "u0")[1:])][0].partition(" ")
    return kind, name
