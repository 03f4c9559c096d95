"""Kyrgyz."""

from reviewer.names.schemes._scheme import END, START, Scheme, letters

SCRIPT = "Cyrl"
RANK = 5

_VOWELS = "аеёиоөуүыэюя"

# BGN/PCGN 1979 system.
_BGN = Scheme(
    "bgn-1979",
    "BGN/PCGN 1979",
    letters(
        "а=a б=b в=v г=g д=d е=e ё=yo ж=j з=z и=i й=y к=k л=l м=m н=n ң=ng о=o ө=ö п=p р=r с=s "
        "т=t у=u ү=ü ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=” ы=y ь=’ э=e ю=yu я=ya"
    ),
)

# News agencies: Japarov, Jeenbekov, Atambayev.
_PRESS = _BGN.plain("press", "press").but(
    "press",
    "press",
    letters("ө=o ү=u"),
    rules=((f"{START}е|(?<=[{_VOWELS}])е", "ye"), (f"ия{END}", "ia")),
)

SCHEMES = (
    _PRESS,
    _PRESS.but("press-zh", "press, ж as zh", letters("ж=zh")),
    _PRESS.but("press-e", "press, е always as e", rules=(("е", "e"),)),
    _BGN.plain("bgn-plain", "BGN/PCGN 1979 without marks"),
    _BGN,
)
