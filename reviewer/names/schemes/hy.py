"""Armenian (Eastern)."""

from reviewer.names.schemes._scheme import END, START, Scheme, letters

SCRIPT = "Armn"
RANK = 1

_VOWELS = "աեէըիոօւ"

# BGN/PCGN 1981 system, with its notes 1 to 3 on ե, ո and և. The letter ւ stands in it only as part
# of ու and և; alone it is the classical spelling's v.
_BGN = Scheme(
    "bgn-1981",
    "BGN/PCGN 1981",
    letters(
        "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t’ ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m "
        "յ=y ն=n շ=sh ո=o չ=ch’ պ=p ջ=j ռ=rr ս=s վ=v տ=t ր=r ց=ts’ ւ=v փ=p’ ք=k’ և=ev օ=o ֆ=f"
    ),
    rules=(
        (f"{START}(?:և|եւ)|(?<=[{_VOWELS}])(?:և|եւ)", "yev"),
        ("եւ", "ev"),
        (f"{START}եվ{END}", "yev"),
        (f"{START}ե|(?<=[{_VOWELS}])ե", "ye"),
        ("ու", "u"),
        (f"{START}ով{END}", "ov"),
        (f"{START}ո", "vo"),
    ),
)

# Names as Armenia's own English-language press and passports write them: no aspirates, one r.
_COMMON = _BGN.plain("common", "English-language press").but(
    "common", "English-language press", letters("ռ=r")
)

# Through Russian practical transcription: հ is lost, ղ is г, ջ is дж.
_RUSSIAN = _COMMON.but("via-ru", "through Russian", letters("հ= ղ=g ջ=dzh"), reader="ru")

# Hübschmann-Meillet-Benveniste, the scholars' transliteration.
_SCHOLARLY = Scheme(
    "hmb",
    "Hübschmann-Meillet-Benveniste",
    letters(
        "ա=a բ=b գ=g դ=d ե=e զ=z է=ē ը=ə թ=tʻ ժ=ž ի=i լ=l խ=x ծ=c կ=k հ=h ձ=j ղ=ł ճ=č մ=m "
        "յ=y ն=n շ=š ո=o չ=čʻ պ=p ջ=ǰ ռ=ṙ ս=s վ=v տ=t ր=r ց=cʻ ւ=w փ=pʻ ք=kʻ և=ew օ=ō ֆ=f"
    ),
    rules=(("ու", "u"),),
    reader="mul",
)

SCHEMES = (
    _COMMON,
    _COMMON.but("ian", "surnames in -ian", rules=((f"(?<=[^\\W{_VOWELS}])յան{END}", "ian"),)),
    _COMMON.but("e-initial", "initial ե as e", rules=((f"{START}ե(?![ւվ])", "e"),)),
    _BGN,
    _RUSSIAN,
    _SCHOLARLY,
)
