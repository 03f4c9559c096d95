"""Bulgarian."""

from reviewer.names.schemes._scheme import END, START, Scheme, letters

SCRIPT = "Cyrl"
RANK = 9

# Transliteration Act of 2009 (the streamlined system; BGN/PCGN since 2013).
_NATIONAL = Scheme(
    "national-2009",
    "streamlined system 2009",
    letters(
        "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f "
        "х=h ц=ts ч=ch ш=sh щ=sht ъ=a ь=y ю=yu я=ya"
    ),
    rules=((f"{START}българия{END}", "Bulgaria"), (f"ия{END}", "ia"), (f"ь{END}", "")),
)

SCHEMES = (
    _NATIONAL,
    _NATIONAL.but("older", "older press", letters("ъ=u ц=tz"), rules=(("дж", "dj"),)),
    _NATIONAL.but("french", "French-style", letters("ж=j у=ou ъ=a"), rules=(("дж", "dj"),)),
    # BGN/PCGN 1952 system, for names in older gazetteers.
    _NATIONAL.but(
        "bgn-1952", "BGN/PCGN 1952", letters("х=kh ъ=ŭ ь=’"), rules=((f"ия{END}", "iya"),)
    ),
    _NATIONAL.but(
        "scholarly",
        "scholarly transliteration",
        letters("ж=ž й=j х=h ц=c ч=č ш=š щ=št ъ=ă ь=j ю=ju я=ja"),
        rules=((f"ия{END}", "ija"),),
        reader="mul",
    ),
)
