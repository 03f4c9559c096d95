"""Words and signs that multiply the number before them: thousand, млн, Mrd., 億."""

from __future__ import annotations

import re
from functools import cache

# Stems that mean the same in whatever language they stand; endings are free.
_ANY = {
    100: r"[百백]",
    1_000: (
        r"тысяч\w*|тыс\b\.?|тыщ\w*|тисяч\w*|тис\b\.?|tysi[ąęa]c\w*|tys\b\.?|tūkst\w*\.?"
        r"|tuhat\w*|tuhan\w*|tausend\w*|tsd\b\.?|mille\b|milliers?\b|tisíc\w*|tusen\b|ezer\w*"
        r"|хиляд\w*|хиљад\w*|tisuć\w*|hiljad\w*|þúsund\w*|χιλιάδ\w*|duizend\b|мың\b|հազար\w*|ათას\w*"
        r"|אלף|אלפי|ألف|آلاف|هزار|हज़ार|ribu\b|thousands?\b|[千천]"
    ),
    10_000: r"[万萬만]",
    100_000: r"लाख|lakhs?\b",
    1_000_000: (
        r"миллион\w*|млн\b\.?|мільйон\w*|милион\w*|mln\b\.?|mili[oó]n\w*|milj\b\.?|mili?jo\w*"
        r"|mill?jón\w*|mill?i[oó]\w*|milyon\w*|milh[õã]\w*|mio\b\.?|milioane|εκατομμ\w*|միլիոն\w*"
        r"|მილიონ\w*|מיליון|مليون|میلیون|juta\b"
    ),
    10_000_000: r"करोड़|crores?\b",
    100_000_000: r"[亿億억]",
    1_000_000_000: (
        r"миллиард\w*|млрд\b\.?|мільярд\w*|милиард\w*|mljrd\b\.?|ml?rd\b\.?|mld\b\.?|mds?\b\.?"
        r"|mia\b\.?|mil[ij]+ard\w*|milliard\w*|mill?jarð\w*|milyar\w*|bilh[õã]\w*|δισεκατομμ\w*"
        r"|միլիարդ\w*|მილიარდ\w*|מיליארד|مليار|میلیارد"
    ),
    1_000_000_000_000: (
        r"триллион\w*|трлн\b\.?|трильйон\w*|trln\b\.?|tril[ijl]+on\w*|trilyon\w*|兆|조"
        r"|bilion\w*|biljo\w*|billi?[oó]n\w*|bio\b\.?"  # the long scale of the Continent
    ),
}
_ENGLISH = {
    100: r"hundreds?\b",
    1_000: r"thousands?\b|(?<=\d)k\b",
    100_000: r"lakhs?\b",
    1_000_000: r"millions?\b|mil\b|ml?n\b|(?<=\d)m\b",
    10_000_000: r"crores?\b",
    1_000_000_000: r"billions?\b|bl?n\b|(?<=\d)b\b",
    1_000_000_000_000: r"trillions?\b|tr?l?n\b",
}
# Words that multiply in one language and mean something else in others.
_OWN = {
    **dict.fromkeys(("es", "pt", "ca", "gl"), (1_000, r"mil\b")),
    "it": (1_000, r"mila\b"),
    "ro": (1_000, r"mi[ie]\b"),
    "az": (1_000, r"min\b"),
    "tr": (1_000, r"bin\b"),
}
# Languages whose words for thousand and million are all above: a number without one has none.
KNOWN = frozenset(
    "en ru uk be lv lt et pl de fr cs sk es pt it ro tr az sv fi hu bg sr hr sl is nl kk hy ka el"  # noqa: SIM905
    " zh ja ko".split()
)


@cache
def pattern(lang: str) -> re.Pattern[str]:
    """Matches one multiplier, right after a number or a space; group ``mN`` tells it is N."""
    table = dict(_ENGLISH if lang == "en" else _ANY)
    if lang in _OWN:
        value, own = _OWN[lang]
        table[value] = f"{table[value]}|{own}"
    groups = (f"(?P<m{value}>{words})" for value, words in sorted(table.items(), reverse=True))
    return re.compile(rf"(?:{'|'.join(groups)})", re.IGNORECASE)


@cache
def alone(lang: str) -> re.Pattern[str]:
    """Matches a multiplier that is a word of its own or follows digits directly."""
    return re.compile(rf"(?<![^\W\d_]){pattern(lang).pattern}", re.IGNORECASE)


def value(match: re.Match[str]) -> int:
    """What the matched multiplier stands for."""
    return int((match.lastgroup or "m1")[1:])
