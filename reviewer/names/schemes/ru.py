"""Russian."""

from reviewer.names.schemes._russian_abroad import ABROAD
from reviewer.names.schemes._scheme import END, START, Scheme, letters

SCRIPT = "Cyrl"
RANK = 1

_VOWELS = "аеёиоуыэюя"
_YE = f"(?<=[{_VOWELS}йъь])"

# BGN/PCGN 1947 system, without its optional dots (t·s) and breves (y·e).
_BGN = Scheme(
    "bgn-1947",
    "BGN/PCGN 1947",
    letters(
        "а=a б=b в=v г=g д=d е=e ё=ë ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u "
        "ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=” ы=y ь=’ э=e ю=yu я=ya"
    ),
    rules=((f"{START}е|{_YE}е", "ye"), (f"{START}ё|{_YE}ё", "yë")),
)

# ICAO Doc 9303, in Russian passports since 2013.
_PASSPORT = Scheme(
    "icao-2013",
    "ICAO Doc 9303",
    letters(
        "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u "
        "ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia"
    ),
)

# News agencies: Dmitry, Solovyov, Gorbachev, Maria.
_PRESS = _BGN.plain("press", "press").but(
    "press",
    "press",
    letters("ё=yo"),
    rules=(
        (f"[иы]й{END}", "y"),
        (f"ия{END}", "ia"),
        ("(?<=[жчшщ])ё", "e"),
        ("ё", "yo"),
    ),
)
_NO_GLIDE = ((f"{_YE}е", "e"),)  # Nikolaev, Dostoevsky
_BARE_E = ((f"{START}[её]|{_YE}е|ё", "e"),)  # Evgeny, Nikolaev, Semenov
_X = (("кс", "x"),)  # Alexei, Maxim

# GOST 16876-71, table 1, adopted by the United Nations in 1987.
_SCHOLARLY = Scheme(
    "un-1987",
    "GOST 1971/UN 1987",
    letters(
        "а=a б=b в=v г=g д=d е=e ё=ë ж=ž з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u "
        "ф=f х=h ц=c ч=č ш=š щ=šč ъ=ʺ ы=y ь=ʹ э=è ю=ju я=ja"
    ),
    reader="mul",
)

SCHEMES = (
    _PRESS,
    _PRESS.but("press-i", "press, й as i", letters("й=i"), rules=_NO_GLIDE),
    _PRESS.but("press-y-x", "press, кс as x", rules=_X + _NO_GLIDE),
    _PRESS.but(
        "press-i-x",
        "press, й as i, кс as x",
        letters("й=i"),
        rules=((f"ья{END}", "ia"), *_X, *_BARE_E),
    ),
    _PRESS.but("press-y-e", "press, е always as e", rules=_BARE_E),
    _BGN.plain("bgn-plain", "BGN/PCGN 1947 without marks").but(
        "bgn-plain", "BGN/PCGN 1947 without marks", rules=(("(?<=[жчшщ])ё", "e"), ("ё", "yo"))
    ),
    _BGN,
    _PASSPORT,
    _SCHOLARLY,
    _SCHOLARLY.but("iso-9", "ISO 9:1995 (GOST 7.79 A)", letters("щ=ŝ ю=û я=â")),
    *ABROAD,
)
