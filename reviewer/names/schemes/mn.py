"""Mongolian Cyrillic."""

from reviewer.names.schemes._scheme import Scheme, letters

SCRIPT = "Cyrl"
RANK = 5

# MNS 5217:2012, the national standard.
_NATIONAL = Scheme(
    "mns-5217",
    "MNS 5217:2012",
    letters(
        "а=a б=b в=v г=g д=d е=ye ё=yo ж=j з=z и=i й=i к=k л=l м=m н=n о=o ө=ö п=p р=r с=s т=t "
        "у=u ү=ü ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=i ы=y ь=i э=e ю=yu я=ya"
    ),
)

SCHEMES = (
    _NATIONAL.but("press", "press", letters("ө=u ү=u")),
    _NATIONAL.but("press-o", "press, ө as o", letters("ө=o ү=u")),
    _NATIONAL.but("press-h", "press, х as h", letters("ө=o ү=u х=h")),
    _NATIONAL,
)
