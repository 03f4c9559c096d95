"""Belarusian."""

from reviewer.names.schemes._scheme import START, Scheme, letters

SCRIPT = "Cyrl"
RANK = 2

_VOWELS = "аеёіоуыэюя"
_OPEN = f"(?:{START}|(?<=[{_VOWELS}ўь’'ʼ]))"

# BGN/PCGN 1979 system.
_BGN = Scheme(
    "bgn-1979",
    "BGN/PCGN 1979",
    letters(
        "а=a б=b в=v г=h ґ=g д=d е=ye ё=yo ж=zh з=z і=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t "
        "у=u ў=w ф=f х=kh ц=ts ч=ch ш=sh ы=y ь=’ э=e ю=yu я=ya ’=” '=” ʼ=”"
    ),
)

# News agencies: Tsikhanouskaya, Sviatlana, Lukashenka.
_PRESS = _BGN.plain("press", "press").but(
    "press",
    "press",
    letters("е=e ё=io ў=u ю=iu я=ia"),
    rules=(
        (f"{_OPEN}е", "ye"),
        (f"{_OPEN}ё", "yo"),
        (f"{_OPEN}ю", "yu"),
        (f"{_OPEN}я", "ya"),
    ),
)

# Instruction of the State Committee on Property, 2000, as amended in 2007: for place names.
_NATIONAL = Scheme(
    "national-2007",
    "national system 2007",
    letters(
        "а=a б=b в=v г=h ґ=g д=d е=ie ё=io ж=ž з=z і=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t "
        "у=u ў=ŭ ф=f х=ch ц=c ч=č ш=š ы=y ь= э=e ю=iu я=ia ’= '= ʼ="
    ),
    rules=(
        ("зь", "ź"),
        ("ль", "ĺ"),
        ("нь", "ń"),
        ("сь", "ś"),
        ("ць", "ć"),
        (f"{_OPEN}е", "je"),
        (f"{_OPEN}ё", "jo"),
        (f"{_OPEN}ю", "ju"),
        (f"{_OPEN}я", "ja"),
    ),
)

SCHEMES = (
    _PRESS,
    _PRESS.but("press-y", "press, я as ya", letters("ё=yo ю=yu я=ya")),
    _BGN.plain("bgn-plain", "BGN/PCGN 1979 without marks"),
    _BGN,
    _NATIONAL,
)
