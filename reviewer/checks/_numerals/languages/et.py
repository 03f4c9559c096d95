"""Estonian."""

_T = "(?:t|s|sse|st|le|l|lt|ks|ni|na|ga)?"  # endings after a vowel stem

_CARDINAL = {
    1: ("üks", "üh[et]e?"),
    2: ("kaks", "kah[et]e?"),
    3: ("kolm", "kolme"),
    4: ("neli", "nelja"),
    5: ("viis", "vii[et]e?"),
    6: ("kuus", "kuu[et]e?"),
    7: ("seitse", "seitsme"),
    8: ("kaheksa", "kaheksa"),
    9: ("üheksa", "üheksa"),
}
_ORDINAL = {
    1: f"esimene|esimes[et]{_T}|esimese{_T}",
    2: f"teine|teise{_T}|teist|mõlema\\w*|kahekordse\\w*|paar|paari",
    3: "kolma(?:s|nda|ndat)",
    4: "nelja(?:s|nda|ndat)",
    5: "viie(?:s|nda|ndat)",
    6: "kuue(?:s|nda|ndat)",
    7: "seitsme(?:s|nda|ndat)",
    8: "kaheksa(?:s|nda|ndat)",
    9: "üheksa(?:s|nda|ndat)",
}

NUMBERS: dict[float, str] = {0: f"null(?:i{_T})?"}
for _value, (_bare, _stem) in _CARDINAL.items():
    NUMBERS[_value] = f"{_bare}|{_stem}{_T}|{_ORDINAL[_value]}"
    NUMBERS[_value + 10] = f"{_bare}teist(?:kümmend)?|{_stem}teist(?:kümne{_T}|kümnen\\w+)?"
    if _value > 1:
        NUMBERS[_value * 10] = f"{_bare}kümmend|{_stem}kümne{_T}|{_stem}kümnen\\w+"
    NUMBERS[_value * 100] = f"{_bare}sada|{_stem}saja{_T}|{_stem}sajan\\w+"
NUMBERS[10] = f"kümme|kümmet|kümne{_T}|kümnes|kümnen\\w+|kümnend\\w*|kümnei\\w+|aastakümme\\w*"
NUMBERS[12] += "|tosina?|keskpäev\\w*|keskööl?"
NUMBERS[100] += f"|sada|sadu|saja{_T}|sajas|sajan\\w+|sadade\\w*"
NUMBERS[24] = "ööpäev\\w*"
NUMBERS[0.5] = "pool|poole|poolt"
NUMBERS[0.25] = "veerand\\w*"
NUMBERS[1.5] = "poolteist|pooleteise"
PREFIXES = {
    1: "ühe",
    2: "kahe",
    3: "kolme",
    4: "nelja",
    5: "viie",
    6: "kuue",
    7: "seitsme",
    8: "kaheksa",
    9: "üheksa",
    10: "kümne",
    100: "saja",
    0.5: "pool",
}
MONTHS = (
    "jaanuar\\w{0,3}",
    "veebruar\\w{0,3}",
    "märts\\w{0,3}",
    "aprill\\w{0,3}",
    "mai(?:s|st|ni|kuu\\w*)?",
    "juuni\\w{0,3}",
    "juuli\\w{0,3}",
    "august\\w{0,3}",
    "septemb\\w{1,5}",
    "oktoob\\w{1,5}",
    "novemb\\w{1,5}",
    "detsemb\\w{1,5}",
)
JOINERS = "ja"
