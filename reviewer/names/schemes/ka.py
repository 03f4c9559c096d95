"""Georgian."""

from dataclasses import replace

from reviewer.names.schemes._scheme import Scheme, letters

SCRIPT = "Geor"
RANK = 1

# National system of 2002 (State Department of Geodesy and Cartography; Institute of Linguistics of
# the Georgian Academy), adopted by BGN/PCGN in 2009: the ejectives carry the mark.
_NATIONAL = Scheme(
    "national-2002",
    "national system 2002",
    letters(
        "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k’ ლ=l მ=m ნ=n ო=o პ=p’ ჟ=zh რ=r ს=s ტ=t’ უ=u "
        "ფ=p ქ=k ღ=gh ყ=q’ შ=sh ჩ=ch ც=ts ძ=dz წ=ts’ ჭ=ch’ ხ=kh ჯ=j ჰ=h"
    ),
    unicase=True,
)

# BGN/PCGN 1981 system: the aspirates carry the mark.
_BGN = _NATIONAL.but(
    "bgn-1981",
    "BGN/PCGN 1981",
    letters("თ=t’ კ=k პ=p ტ=t ფ=p’ ქ=k’ ყ=q ჩ=ch’ ც=ts’ წ=ts ჭ=ch"),
)

_PLAIN = _NATIONAL.plain("common", "English-language press")

# Through Russian practical transcription: ღ is г, ყ is к, ჯ is дж.
_RUSSIAN = _PLAIN.but("via-ru", "through Russian", letters("ღ=g ყ=k ჯ=dzh"), reader="ru")

# ISO 9984, the scholars' transliteration.
_SCHOLARLY = replace(
    _NATIONAL.but(
        "iso-9984",
        "ISO 9984",
        letters("თ=t’ კ=k პ=p ჟ=ž ტ=t ფ=p’ ქ=k’ ღ=ḡ ყ=q შ=š ჩ=č’ ც=c’ ძ=j წ=c ჭ=č ხ=x ჯ=ǰ ჰ=h"),
    ),
    reader="mul",
)

SCHEMES = (_PLAIN, _NATIONAL, _BGN, _RUSSIAN, _SCHOLARLY)
