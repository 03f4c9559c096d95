"""Ukrainian."""

from reviewer.names.schemes._scheme import END, START, Scheme, letters

SCRIPT = "Cyrl"
RANK = 1

# Resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010 (BGN/PCGN since 2019):
# й ї є ю я one way at the start of a word, another within it; зг is zgh.
_NATIONAL = Scheme(
    "kmu-2010",
    "national system 2010",
    letters(
        "а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r "
        "с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia ’= '= ʼ="
    ),
    rules=(
        ("зг", "zgh"),
        (f"{START}є", "ye"),
        (f"{START}ї", "yi"),
        (f"{START}й", "y"),
        (f"{START}ю", "yu"),
        (f"{START}я", "ya"),
    ),
)

# BGN/PCGN 1965 system.
_BGN = Scheme(
    "bgn-1965",
    "BGN/PCGN 1965",
    letters(
        "а=a б=b в=v г=h ґ=g д=d е=e є=ye ж=zh з=z и=y і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r "
        "с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь=’ ю=yu я=ya ’=” '=” ʼ=”"
    ),
)

# Names as news agencies write them: Zelensky, Zaluzhny, Yulia, Kyiv, Serhiy.
_PRESS = _BGN.plain("press", "press").but(
    "press",
    "press",
    rules=(
        (f"(?<=[сц])ький{END}", "ky"),
        (f"ий{END}", "y"),
        (f"ія{END}", "ia"),
        (f"{START}ї", "yi"),
        ("ї", "i"),
    ),
)

# Ukrainian spelling read as if it were Russian: Oleg, Igor, Sergiy.
_RUSSIAN = _PRESS.but("via-ru", "read as Russian", letters("г=g и=i"))

# ISO 9:1968, the scholars' transliteration.
_SCHOLARLY = Scheme(
    "scholarly",
    "scholarly transliteration",
    letters(
        "а=a б=b в=v г=h ґ=g д=d е=e є=je ж=ž з=z и=y і=i ї=ji й=j к=k л=l м=m н=n о=o п=p р=r "
        "с=s т=t у=u ф=f х=ch ц=c ч=č ш=š щ=šč ь=’ ю=ju я=ja ’=” '=” ʼ=”"
    ),
    reader="mul",
)

SCHEMES = (
    _PRESS,
    _NATIONAL,
    _BGN.plain("bgn-plain", "BGN/PCGN 1965 without marks"),
    _BGN,
    _RUSSIAN,
    _SCHOLARLY,
)
