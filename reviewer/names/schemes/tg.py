"""Tajik."""

from reviewer.names.schemes._scheme import START, Scheme, letters

SCRIPT = "Cyrl"
RANK = 6

_VOWELS = "аеёиӣоуӯэюя"

# BGN/PCGN 1994 system.
_BGN = Scheme(
    "bgn-1994",
    "BGN/PCGN 1994",
    letters(
        "а=a б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=i ӣ=í й=y к=k қ=q л=l м=m н=n о=o п=p р=r "
        "с=s т=t у=u ӯ=ŭ ф=f х=kh ҳ=h ч=ch ҷ=j ш=sh ъ=’ э=è ю=yu я=ya"
    ),
    rules=((f"{START}е|(?<=[{_VOWELS}ъ])е", "ye"),),
)

SCHEMES = (
    _BGN.plain("press", "press").but("press", "press", letters("ӣ=i ӯ=u э=e")),
    _BGN.plain("press-k", "press, қ as k").but(
        "press-k", "press, қ as k", letters("ғ=g ӣ=i қ=k ӯ=u э=e")
    ),
    _BGN,
)
