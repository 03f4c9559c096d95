"""Macedonian."""

from reviewer.names.schemes._scheme import Scheme, letters

SCRIPT = "Cyrl"
RANK = 4

# Orthography of the Macedonian Academy, 1970, adopted by the United Nations in 1977.
_ACADEMY = Scheme(
    "academy-1970",
    "Macedonian Academy 1970/UN 1977",
    letters(
        "а=a б=b в=v г=g д=d ѓ=ǵ е=e ж=ž з=z ѕ=dz и=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r "
        "с=s т=t ќ=ḱ у=u ф=f х=h ц=c ч=č џ=dž ш=š ѐ=e ѝ=i"
    ),
)

SCHEMES = (
    # As in passports and the English-language press: Gjorge, Kovachevski, Zaev.
    _ACADEMY.but("passport", "passport", letters("ѓ=gj ж=zh ќ=kj ч=ch џ=dj ш=sh")),
    _ACADEMY.but("passport-ts", "press, ц as ts", letters("ѓ=gj ж=zh ќ=kj ц=ts ч=ch џ=dzh ш=sh")),
    _ACADEMY,
)
