"""Serbian Cyrillic."""

from reviewer.names.schemes._scheme import Scheme, letters

SCRIPT = "Cyrl"
RANK = 3

# Gaj's alphabet, the Latin side of Serbian itself (also BGN/PCGN).
_GAJ = Scheme(
    "gaj",
    "Serbian Latin (Gaj)",
    letters(
        "а=a б=b в=v г=g д=d ђ=đ е=e ж=ž з=z и=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s "
        "т=t ћ=ć у=u ф=f х=h ц=c ч=č џ=dž ш=š"
    ),
)

SCHEMES = (
    _GAJ,
    _GAJ.but("ascii", "without diacritics", letters("ђ=dj ж=z ћ=c ч=c џ=dz ш=s")),
    _GAJ.but("english", "English digraphs", letters("ђ=dj ж=zh ћ=ch ч=ch џ=dzh ш=sh")),
)
