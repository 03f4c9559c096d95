"""Kazakh."""

from reviewer.names.schemes._scheme import END, START, Scheme, letters

SCRIPT = "Cyrl"
RANK = 5

_VOWELS = "аәеёиоөуұүыіэюя"

# BGN/PCGN 1979 system.
_BGN = Scheme(
    "bgn-1979",
    "BGN/PCGN 1979",
    letters(
        "а=a ә=ä б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=ī й=y к=k қ=q л=l м=m н=n ң=ng о=o ө=ö "
        "п=p р=r с=s т=t у=ū ұ=u ү=ü ф=f х=kh һ=h ц=ts ч=ch ш=sh щ=shch ъ=” ы=y і=i ь=’ э=ė ю=yu "
        "я=ya"
    ),
)

# News agencies, mostly after the Russian spelling: Kassym-Jomart Tokayev, Almaty, Aktau.
_PRESS = _BGN.plain("press", "press").but(
    "press",
    "press",
    letters("ә=a ғ=g и=i қ=k ө=o у=u ү=u э=e"),
    rules=((f"{START}е|(?<=[{_VOWELS}])е", "ye"), (f"ий{END}", "iy"), (f"ия{END}", "ia")),
)

SCHEMES = (
    _PRESS,
    _PRESS.but("press-j", "press, ж as j", letters("ж=j")),
    _PRESS.but("press-q", "press, қ as q", letters("ғ=gh қ=q")),
    _PRESS.but("press-qj", "press, қ as q, ж as j", letters("ғ=gh қ=q ж=j")),
    _BGN.plain("bgn-plain", "BGN/PCGN 1979 without marks"),
    _BGN,
)
