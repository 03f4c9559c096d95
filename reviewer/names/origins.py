"""How languages write the sounds of a foreign name, and how they decline it.

Facts of orthography, from each language's transcription rules for names. Left of ``>`` stand the
letters of the usual English romanisation, right of it what the language writes; ``~`` is nothing.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from reviewer.text import fold

LANGUAGES = {
    "az": "Azerbaijani", "cs": "Czech", "da": "Danish", "de": "German", "es": "Spanish",
    "et": "Estonian", "fi": "Finnish", "fr": "French", "hu": "Hungarian", "is": "Icelandic",
    "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sh": "South Slavic",
    "sk": "Slovak", "sq": "Albanian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
}  # fmt: skip

_SPELLINGS = {
    "lv": "ch>č sh>š zh>ž kh>h ts>c shch>šč j>dž y>j y>i ya>ja yu>ju yo>jo ye>je c>k ck>k qu>kv w>v"
    " x>ks th>t ph>f a>ā e>ē i>ī u>ū ee>ī oo>ū g>ģ k>ķ l>ļ n>ņ dzh>dž tch>č sch>š u>a ch>š"
    " ge>dž g>dž eo>o sz>š cz>č rz>ž ie>e c>dž ii>ij yi>ij",
    "lt": "ch>č sh>š zh>ž kh>ch ts>c shch>šč j>dž y>j ya>ja yu>ju yo>jo ye>je y>i c>k ck>k qu>kv"
    " w>v x>ks th>t ph>f e>ė i>y u>ū a>ą o>uo h>ch dzh>dž ia>ija io>ijo u>a ch>š ge>dž g>dž eo>o"
    " sz>š cz>č rz>ž ie>e c>dž ii>ij yi>ij",
    "et": "ch>tš sh>š zh>ž kh>hh kh>h shch>štš y>õ y>j ya>ja yu>ju yo>jo ye>je c>k w>v x>ks th>t"
    " j>dž dzh>dž i>y ch>š ge>dž g>dž",
    "fi": "ch>tš sh>š zh>ž kh>h shch>štš y>j ya>ja yu>ju yo>jo ye>je c>k w>v x>ks j>dž dzh>dž",
    "pl": "ch>cz sh>sz zh>ż zh>rz kh>ch ts>c shch>szcz j>dż y>j ya>ja yu>ju yo>jo ye>je ya>ia yu>iu"
    " ye>ie v>w l>ł c>k x>ks u>ó dzh>dż n>ń s>ś sh>ś ch>ć gh>g h>ch qu>kw yi>ji e>ie i>y i>ó"
    " y>i yy>i iy>i",
    "cs": "ch>č sh>š zh>ž kh>ch ts>c shch>šč j>dž y>j ya>ja yu>ju yo>jo ye>je w>v x>ks a>á e>é i>í"
    " o>ó u>ú y>ý e>ě r>ř n>ň dzh>dž ya>ia",
    "sk": "ch>č sh>š zh>ž kh>ch ts>c shch>šč j>dž y>j ya>ja yu>ju ye>je w>v x>ks a>á e>é i>í o>ó"
    " u>ú y>ý l>ľ n>ň dzh>dž ya>ia",
    "sh": "ch>č ch>ć sh>š zh>ž kh>h ts>c shch>šč j>dž y>j ya>ja yu>ju yo>jo ye>je w>v x>ks qu>kv"
    " dj>đ c>k th>t ph>f y>i dzh>dž ge>dž g>dž eo>o ll>l nn>n ss>s tt>t ly>lj ny>nj ia>ija",
    "hu": "ch>cs sh>s zh>zs kh>h ts>c s>sz shch>scs j>dzs y>j ya>ja yu>ju yo>jo ye>je w>v ny>nj"
    " ly>lj a>á e>é i>í o>ó u>ú dzh>dzs ni>nyi di>gyi ch>cs",
    "de": "ch>tsch sh>sch zh>sch kh>ch ts>z z>s v>w shch>schtsch j>dsch y>j ya>ja yu>ju yo>jo ye>je"
    " dzh>dsch s>ss ai>ei a>ä o>ö u>ü",
    "fr": "u>ou ch>tch sh>ch zh>j j>dj y>ï ya>ïa v>w in>ine k>c shch>chtch dzh>dj g>gu gh>g e>é e>è"
    " oo>ou ee>i s>ss i>y yan>ian",
    "tr": "sh>ş ch>ç j>c gh>ğ kh>h zh>j ts>ts w>v i>ı o>ö u>ü q>k x>ks ya>ya dzh>c c>k",
    "az": "sh>ş ch>ç j>c gh>ğ kh>x g>q zh>j q>k k>q a>ə e>ə i>ı w>v x>ks u>ü o>ö dzh>c ts>s c>k"
    " ee>i oo>u u>a",
    "ro": "sh>ș ts>ț ch>ci ch>ce zh>j kh>h sh>ş ts>ţ j>gi y>i ya>ia yu>iu ye>ie k>c w>v a>ă i>î"
    " y>î shch>șci g>gh k>ch",
    "is": "th>þ th>ð d>ð c>k w>v x>ks y>j ch>tj a>á e>é i>í o>ó u>ú y>ý kh>k ck>kk z>s qu>kv ae>æ",
    "sq": "ch>ç ch>q sh>sh j>xh kh>k ts>c y>j zh>zh th>th w>v ee>i e>ë oo>u u>y x>ks c>k ya>ja",
    "sv": "ch>tj sh>sj zh>zj shch>sjtj y>j kh>ch ya>ja yu>ju yo>jo ts>ts j>dzj dzh>dzj",
    "nb": "ch>tsj sh>sj zh>zj shch>sjtsj y>j kh>kh ya>ja yu>ju ts>ts dzh>dzj",
    "da": "ch>tj sh>sj zh>sj shch>sjtj y>j kh>kh ya>ja yu>ju dzh>dzj",
    "nl": "ch>tsj sh>sj zh>zj y>j u>oe j>dzj kh>ch ya>ja yu>joe ts>ts z>s shch>sjtsj",
    "it": "ch>c sh>sc j>gi k>c zh>g kh>k y>i ya>ia",
    "es": "sh>ch kh>j zh>zh y>i ya>ia ts>ts j>y v>b u>ú a>á e>é i>í o>ó",
    "pt": "sh>ch k>c k>qu y>i kh>kh u>ú a>á e>é i>í o>ó",
}  # fmt: skip

# What a name loses or takes on when Russian letters carry it, whatever language spells it next.
_BY_RUSSIAN = (
    "h>~ h>g h>kh w>v w>u x>ks th>t th>f ph>f ae>e oe>e ue>yu oo>u ee>i ck>k qu>kv ll>l nn>n ss>s"
    " tt>t mm>m rr>r ö>e ö>yo ü>yu ä>e é>e e>ye ya>ia yu>iu ow>ou au>o ea>i ough>o wh>u j>dzh j>zh"
    " ch>kh ei>ey y>i gh>g q>k e>o e>yo i>o u>a iy>ei iy>ey iy>y"
)
_BY_UKRAINIAN = "g>h e>ye i>y y>i o>i"

# (English ending, other ending, language, what it is); "~" is nothing
_ENDINGS = (
    *(("~", e, "lv", "nominative") for e in ("s", "š", "is", "us")),
    ("~", "a", "lv", "ending"), ("e", "a", "lv", "nominative"), ("a", "as", "lv", "genitive"),
    *(("~", e, "lv", "case ending") for e in ("am", "u", "em", "im", "iem")),
    ("o", "as", "lt", "nominative"), ("a", "os", "lt", "genitive"), ("a", "ai", "lt", "dative"),
    ("as", "o", "lt", "genitive"), ("is", "io", "lt", "genitive"), ("as", "ui", "lt", "dative"),
    *(("~", e, "lt", "nominative") for e in ("as", "is", "us", "ys", "ė", "a", "ius", "jus")),
    *(("~", e, "lt", "case ending") for e in ("o", "ą", "ui", "iui", "io", "ės", "ę", "u", "iu")),
    ("~", "ienė", "lt", "married woman's ending"),
    *(("~", e, "cs", "feminine ending") for e in ("ová", "á")),
    *(("a", e, "cs", "feminine ending") for e in ("ová",)),
    ("o", "ová", "cs", "feminine ending"),
    ("~", "ová", "sk", "feminine ending"),
    *(("~", e, "cs", "case ending") for e in ("a", "em", "ovi", "ou", "u", "y", "é")),
    *(("~", e, "sk", "case ending") for e in ("a", "om", "ovi", "ou", "u", "y", "ej")),
    *(("~", e, "pl", "case ending") for e in ("a", "em", "owi", "iem", "ą", "u", "ego", "emu")),
    *(("a", e, "pl", "case ending") for e in ("y", "i", "ą", "ę", "ie", "ej")),
    *(("~", e, "ru", "case ending") for e in ("a", "u", "om", "ym", "e", "oy", "oi", "ogo", "omu")),
    *(("a", e, "ru", "case ending") for e in ("oy", "u", "e", "y", "i", "oi")),
    *(("~", e, "uk", "case ending") for e in ("a", "u", "om", "ym", "ovi", "evi")),
    *(("~", e, "sh", "case ending") for e in ("a", "u", "om", "em", "e")),
    *(("~", e, "et", "case ending") for e in ("i", "e", "ile", "ist", "iga", "it", "le", "t")),
    *(("~", e, "fi", "case ending") for e in ("n", "in", "ssa", "lle", "lta", "ia", "in")),
    *(("~", e, "hu", "case ending") for e in ("nak", "nek", "t", "ot", "val", "vel", "ban", "ben")),
    *(("~", e, "tr", "case ending") for e in ("in", "nin", "i", "e", "a", "yi", "da", "de", "un")),
    *(("~", e, "az", "case ending") for e in ("in", "nin", "un", "a", "ə", "da", "də", "ı")),
    *(("~", e, "de", "genitive") for e in ("s", "es")),
    ("~", "ar", "is", "genitive"), ("~", "ur", "is", "nominative"), ("~", "s", "is", "genitive"),
    ("~", "i", "sq", "definite form"), ("~", "ul", "ro", "definite form"),
    ("~", "ului", "ro", "case ending"), ("~", "s", "sv", "genitive"),
)  # fmt: skip


@cache
def spellings() -> dict[tuple[str, str], frozenset[str]]:
    """(English letters, other letters) → languages; also with the diacritics that MT drops."""
    table: dict[tuple[str, str], set[str]] = defaultdict(set)
    for language, rules in _SPELLINGS.items():
        for left, right in _pairs(rules):
            table[left, right].add(language)
    for (left, right), languages in list(table.items()):
        if fold(right) not in (right, left) and "ə" not in right:
            table[left, fold(right)] |= languages
    return {rule: frozenset(languages) for rule, languages in table.items()}


@cache
def _written() -> frozenset[tuple[str, str, str]]:
    rules = {(a, b, lang) for lang, rules in _SPELLINGS.items() for a, b in _pairs(rules)}
    return frozenset(rules | {(a.strip("~"), b, lang) for a, b, lang, _ in _ENDINGS})


def is_written_so(canonical: str, variant: str, language: str) -> bool:
    """Does the language write just so, not only when its diacritics are dropped?"""
    return (canonical, variant, language) in _written()


@cache
def by_way_of() -> dict[tuple[str, str], frozenset[str]]:
    """(English letters, other letters) → languages whose alphabet the name has passed through."""
    table: dict[tuple[str, str], set[str]] = defaultdict(set)
    for language, rules in (("ru", _BY_RUSSIAN), ("uk", _BY_UKRAINIAN)):
        for rule in _pairs(rules):
            table[rule].add(language)
    return {rule: frozenset(languages) for rule, languages in table.items()}


@cache
def endings() -> dict[tuple[str, str], dict[str, str]]:
    """(English ending, other ending) → language → what the ending is."""
    table: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for left, right, language, what in _ENDINGS:
        table[left.strip("~"), right].setdefault(language, what)
    for left, right, language, what in _ENDINGS:
        table[left.strip("~"), fold(right)].setdefault(language, what)
    return dict(table)


def _pairs(rules: str) -> list[tuple[str, str]]:
    pairs = [tuple(side.strip("~") for side in rule.split(">")) for rule in rules.split()]
    return [(left, right) for left, right in pairs if left != right]
