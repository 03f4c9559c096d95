"""How other languages write Russian names: the usual practical transcription of each.

In an English text these are the traces of a name that came through another language: Šoigu,
Schoigu, Szojgu, Choïgou. The tables are the ones each language's press and encyclopaedias follow;
the nominative endings that Latvian and Lithuanian give to men's names are schemes of their own.
"""

from reviewer.names.schemes._scheme import END, START, Scheme, letters

_VOWELS = "аеёиоуыэюя"
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_OPEN = f"(?:{START}|(?<=[{_VOWELS}ьъ]))"
"""Where е ё ю я are heard with a glide: at the start, after a vowel or a sign."""
_HUSHED = "(?<=[жчшщ])"


def _scheme(
    reader: str, name: str, table: str, *rules: tuple[str, str], key: str | None = None
) -> Scheme:
    return Scheme(key or reader, name, letters(_COMMON + table), rules, reader)


_COMMON = "а=a б=b г=g д=d з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t ф=f э=e ъ= ь= "

_LATVIAN = _scheme(
    "lv",
    "Latvian transcription",
    "в=v е=e ё=jo ж=ž й=j у=u х=h ц=c ч=č ш=š щ=šč ы=i ю=ju я=ja",
    (f"{_HUSHED}ё", "o"),
    (f"{_OPEN}е", "je"),
    ("нь", "ņ"),
    (f"ль(?=[{_CONSONANTS}еёюя])", "ļ"),
)
_LATVIAN_NOMINATIVE = _LATVIAN.but(
    "lv-nominative",
    "Latvian transcription with the nominative ending",
    rules=(
        (f"(?<=[сц])кий{END}", "kis"),
        (f"[иы]й{END}", "ijs"),
        (f"й{END}", "js"),
        (f"ль{END}", "lis"),
        (f"ь{END}", "s"),
        (f"(?<=[{_CONSONANTS}]){END}", "s"),
    ),
)

_LITHUANIAN = _scheme(
    "lt",
    "Lithuanian transcription",
    "в=v е=e ё=io ж=ž й=j у=u х=ch ц=c ч=č ш=š щ=šč ы=y ю=iu я=ia",
    (f"{_OPEN}е", "je"),
    (f"{_OPEN}ё", "jo"),
    (f"{_OPEN}ю", "ju"),
    (f"{_OPEN}я", "ja"),
)
_LITHUANIAN_NOMINATIVE = _LITHUANIAN.but(
    "lt-nominative",
    "Lithuanian transcription with the nominative ending",
    rules=(
        (f"(?<=[сц])кий{END}", "kis"),
        (f"ый{END}", "as"),
        (f"й{END}", "jus"),
        (f"ь{END}", "is"),
        (f"(?<=[{_CONSONANTS}]){END}", "as"),
    ),
)

_ESTONIAN = _scheme(
    "et",
    "Estonian transcription",
    "в=v е=e ё=jo ж=ž й=i у=u х=h ц=ts ч=tš ш=š щ=štš ы=õ ю=ju я=ja",
    (f"{_HUSHED}ё", "o"),
    (f"{_OPEN}е", "je"),
    (f"ий{END}", "i"),
    (f"{START}й|(?<=[{_VOWELS}])й(?=[{_VOWELS}])", "j"),
    (f"(?<=[{_VOWELS}])с(?:(?=[{_VOWELS}])|{END})", "ss"),
    (f"(?<=[{_VOWELS}])х(?:(?=[{_VOWELS}])|{END})", "hh"),
)

_FINNISH = _scheme(
    "fi",
    "Finnish transcription",
    "в=v е=e ё=jo ж=ž й=i у=u х=h ц=ts ч=tš ш=š щ=štš ы=y ю=ju я=ja",
    (f"{_HUSHED}ё", "o"),
    (f"{_OPEN}е", "je"),
    (f"ий{END}", "i"),
    (f"ый{END}", "yi"),
    (f"{START}й", "j"),
)

_POLISH = _scheme(
    "pl",
    "Polish transcription",
    "в=w е=ie ё=io ж=ż й=j л=ł у=u х=ch ц=c ч=cz ш=sz щ=szcz ы=y ю=iu я=ia",
    (f"(?<=[сц])кий{END}", "ki"),
    (f"ый{END}", "y"),
    (f"{_OPEN}е", "je"),
    (f"{_OPEN}ё", "jo"),
    (f"{_OPEN}ю", "ju"),
    (f"{_OPEN}я", "ja"),
    ("(?<=[лжчшщц])е", "e"),
    ("(?<=[лжчшщц])ё", "o"),
    ("(?<=л)ю", "u"),
    ("(?<=л)я", "a"),
    ("(?<=ь)и", "ji"),
    ("(?<=[жшц])и", "y"),
    ("ль?(?=[еёиюяь])|ль", "l"),
    ("сь(?![еёиюя])", "ś"),
    ("зь(?![еёиюя])", "ź"),
    ("нь(?![еёиюя])", "ń"),
    ("ць(?![еёиюя])", "ć"),
)

_CZECH = _scheme(
    "cs",
    "Czech transcription",
    "в=v е=e ё=jo ж=ž й=j у=u х=ch ц=c ч=č ш=š щ=šč ы=y ю=ju я=ja",
    *(
        (f"{native}(?:{soft})", latin + vowel)
        for native, latin in (("д", "ď"), ("т", "ť"), ("н", "ň"))
        for soft, vowel in (("я", "a"), ("ю", "u"), ("ё", "o"), ("ь", ""))
    ),
    (f"{_HUSHED}ё", "o"),
    (f"{_OPEN}е", "je"),
    ("(?<=[дтн])е", "ě"),
)

_GERMAN = _scheme(
    "de",
    "German transcription",
    "в=w е=e ё=jo ж=sch й=i у=u х=ch ц=z ч=tsch ш=sch щ=schtsch ы=y ю=ju я=ja",
    (f"{_HUSHED}ё", "o"),
    (f"{_OPEN}е", "je"),
    (f"ий{END}", "i"),
    (f"ый{END}", "y"),
    (f"{START}й", "j"),
    ("ьо", "jo"),
    ("кс", "x"),
    (f"(?<=[{_VOWELS}])с(?=[{_VOWELS}])", "ss"),
)

_FRENCH = _scheme(
    "fr",
    "French transcription",
    "в=v е=e ё=io ж=j й=ï у=ou х=kh ц=ts ч=tch ш=ch щ=chtch ы=y ю=iou я=ia",
    (f"{_HUSHED}ё", "e"),
    (f"{START}е|(?<=[иыьъ])е", "ie"),
    ("(?<=[аеёоуэюя])е", "ïe"),
    ("(?<=[аеёоуэюя])ё", "ïo"),
    ("(?<=[аеёоуэюя])ю", "ïou"),
    ("(?<=[аеёоуэюя])я", "ïa"),
    (f"ий{END}", "i"),
    (f"ый{END}", "y"),
    (f"{START}й", "i"),
    (f"ин{END}", "ine"),
    (f"ын{END}", "yne"),
    ("г(?=[еёиыэ])", "gu"),
    (f"(?<=[{_VOWELS}])с(?=[{_VOWELS}])", "ss"),
)

_TURKISH = _scheme(
    "tr",
    "Turkish transcription",
    "в=v е=e ё=yo ж=j й=y у=u х=h ц=ts ч=ç ш=ş щ=şç ы=ı ю=yu я=ya",
    (f"{_HUSHED}ё", "o"),
    (f"{_OPEN}е", "ye"),
)

_AZERBAIJANI = _scheme(
    "az",
    "Azerbaijani transcription",
    "в=v г=q е=e ё=yo ж=j й=y у=u х=x ц=ts ч=ç ш=ş щ=şç ы=ı ю=yu я=ya",
    (f"{_HUSHED}ё", "o"),
    (f"{_OPEN}е", "ye"),
    (f"ий{END}", "i"),
    ("г(?=[еёи])", "g"),
)

_HUNGARIAN = _scheme(
    "hu",
    "Hungarian transcription",
    "в=v е=e ё=jo ж=zs й=j с=sz у=u х=h ц=c ч=cs ш=s щ=scs ы=i ю=ju я=ja",
    *(
        (f"{native}{soft}", latin + vowel)
        for native, latin in (("д", "gy"), ("т", "ty"), ("н", "ny"))
        for soft, vowel in (("е", "e"), ("и", "i"), ("ё", "o"), ("ю", "u"), ("я", "a"))
    ),
    ("дь", "gy"),
    ("ть", "ty"),
    ("нь", "ny"),
    (f"{_HUSHED}ё", "o"),
    (f"{_OPEN}е", "je"),
)

ABROAD = (
    _LATVIAN_NOMINATIVE,
    _LATVIAN,
    _LITHUANIAN_NOMINATIVE,
    _LITHUANIAN,
    _ESTONIAN,
    _FINNISH,
    _POLISH,
    _CZECH,
    _GERMAN,
    _FRENCH,
    _TURKISH,
    _AZERBAIJANI,
    _HUNGARIAN,
)
