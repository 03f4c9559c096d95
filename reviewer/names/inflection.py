"""What an inflected name may be a form of: *Ованнисяна* → *Ованнисян*, *Pašinjanam* → *Pašinjan*.

No dictionary is asked: an ending that the language declines names with is taken off, and what the
nominative would end in put in its place. Wrong guesses do no harm, because a guess counts only
where it meets a name of the glossary. The endings are those of each language's grammar for
nouns, names and their adjectives; consonants that change in the stem are left alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_SHORTEST = 3  # letters a stem keeps
_MOST = 14  # guesses for one token
_APOSTROPHE = re.compile(r"(?<=\w\w)\s?['’ʼ‘`´]\s?[^\W\d_]{1,6}$")

# "ending>nominative endings", ~ is nothing. What foreign names take on comes first.
_RUSSIAN = (
    "а>~,о у>~,а ом>~ ем>~,ь,й е>~,а,я ы>а,~ и>а,я,ь,ы ой>а,ая,ой ою>а ей>я,ь я>ь,й ю>ь,й,я"
    " ию>ия,ий ии>ия,ий ией>ия ия>ий ием>ий ого>ый,ий,ой его>ий ому>ый,ий,ой ему>ий ым>~,ый,ой"
    " им>ий,ин ую>ая юю>яя ых>ый,~ их>ий ами>~,ы ам>~ ах>~,ы ов>~,ы ями>я ям>я ях>я ьем>ье ьи>ья"
    " ью>ь,ья"
)
_UKRAINIAN = (
    "а>~,о у>~,а ом>~ ем>~ єм>й,ь ові>~,о еві>ь єві>й,ь і>~,а,я,о и>а,~ ою>а ею>я єю>я,ія я>ь,й"
    " ю>ь,й,я ії>ія ію>ія ією>ія ого>ий ому>ий им>ий ої>а ій>а у>а ої>а,ська ів>~,и ами>~,и ам>~"
    " ах>~,и їв>їв єва>їв ова>ів єву>їв ову>ів єві>їв"
)
_SOUTH_SLAVIC = (
    "а>~ у>~,а ом>~ ем>~ е>а,~ и>а,~ ог>и,ски ом>и ју>ја ја>~ оj>а ой>а ма>~ ама>а ов>~ ев>~"
    " ва>в ът>~ а>~ та>а то>о те>и ят>й"
)
_ENDINGS = {
    "ru": _RUSSIAN,
    "be": (
        "а>~ у>~,а ам>~ ом>~ ем>~ е>~,а і>а,ь ы>а,~ ай>а ой>а ею>я яй>я я>ь,й ю>ь,й,я аму>ы,і"
        " ага>ы,і ім>і ым>ы аў>~ амі>~ ах>~"
    ),
    "uk": _UKRAINIAN,
    "bg": _SOUTH_SLAVIC,
    "mk": _SOUTH_SLAVIC,
    "sr": _SOUTH_SLAVIC
    + (
        " a>~,o u>~,a om>~ em>~ e>a,~ i>a,~ og>i oga>i omu>i ju>ja jom>ja ja>~ oj>a ama>a ov>~"
        " ev>~ ova>~ eva>~ im>i ima>~"
    ),
    "kk": (
        "ның>~ нің>~ дың>~ дің>~ тың>~ тің>~ ға>~ ге>~ қа>~ ке>~ ны>~ ні>~ ды>~ ді>~ ты>~ ті>~"
        " да>~ де>~ та>~ те>~ дан>~ ден>~ тан>~ тен>~ нан>~ нен>~ мен>~ бен>~ пен>~ сы>~ сі>~"
    ),
    "ky": (
        "нын>~ нин>~ дын>~ дин>~ тын>~ тин>~ га>~ ге>~ ка>~ ке>~ ны>~ ни>~ ды>~ ди>~ ты>~ ти>~"
        " да>~ де>~ та>~ те>~ дан>~ ден>~ тан>~ тен>~"
    ),
    "tg": "и>~ ро>~ ҳо>~ он>~",
    "mn": ("ын>~ ийн>~ ны>~ ыг>~ ийг>~ аас>~ ээс>~ оос>~ д>~ т>~ аар>~ ээр>~ тай>~ тэй>~ той>~"),
    "pl": (
        "a>~,o u>~,a owi>~,o em>~,o iem>~ ie>~,a y>a,~ i>a,~,ia ą>a ę>a ego>i,y,e emu>i,y,e im>i"
        " ym>y iej>a ej>a ów>~ ami>~ om>~ ach>~,y ii>ia ię>ia ią>ia owie>~ ze>da e>~,a cie>t,ta"
        " dzie>d,da rze>r,ra le>ł,ła ce>ka"
    ),
    "cs": (
        "a>~,o u>~,a ovi>~,o em>~,o em>ek e>~,a,ec i>~ y>a,~ ou>a ové>ová,~ ovou>ová,~ ová>~,o,a"
        " ého>ý,í,é ému>ý,í ým>ý ím>í ích>í ů>~ ům>~ ech>~,y ě>a,~ ka>ek ku>ek kem>ek kovi>ek"
        " ce>ec,ka cem>ec í>~ ího>í,i ii>ie ií>ie ův>~ ova>~ ovo>~ ovy>~ ovu>~ ských>~ ského>~"
        " ské>~ ský>~ ská>~"
    ),
    "sk": (
        "a>~,o u>~,a ovi>~,o om>~,o e>~,a,ec i>~,a y>a,~ ou>a,á ej>a,á ová>~,o,a ovej>ová,~"
        " ovú>ová,~ ého>ý,y ému>ý,y ým>ý ím>i ých>ý,~ ov>~ ami>~ och>~,y ka>ek ku>ek kom>ek ho>~"
        " mu>~ ského>~ ské>~ ský>~ ská>~ ii>ia iu>ia"
    ),
    "sl": (
        "a>~,o u>~ om>~ em>~ e>a,~ i>a,~ o>a,~ ega>i emu>i im>i ov>~ ev>~ ova>~ eva>~ jem>~ ja>~"
        " ju>~ ih>i"
    ),
    "hr": (
        "a>~,o u>~,a om>~ em>~ e>a,~ i>a,~ og>i oga>i omu>i om>a ju>ja jem>~ ja>~ ov>~ ev>~"
        " ova>~ eva>~ im>i ima>~"
    ),
    "lv": (
        "s>~ š>~ is>~,i us>~,u a>~,o u>~,a am>~,a ā>~,a,s e>~ i>~ es>e,~ as>a,~ ai>a,~ ei>e,~"
        " em>~ im>~,is um>~,us ē>~,e ī>~,is,s ū>~,us iem>~ os>~ ām>~,a ās>a,~ u>us o>~ ijas>ija,ia"
        " ijā>ija,ia iju>ija,ia ijai>ija,ia ja>~,s jam>~,s ju>~,s j>~"
    ),
    "lt": (
        "as>~,o is>~,i us>~ ys>~,i o>~,as ą>~,a ui>~ u>~,a e>~,a ė>~,a ės>ė,~ ę>ė,~ ei>ė,~"
        " ėje>ė,~ os>a,~ oje>a,~ ai>a,~ io>is,ys,~ į>~,ys,is iui>~,is,ys iu>~,is,ys yje>~,ys,is"
        " ų>~ ams>~ ais>~ uose>~ aus>us,~ umi>us,~ ienė>~ ienės>~ aitė>~ aitės>~ ytė>~"
        " ijos>ija,ia ijoje>ija,ia iją>ija,ia ijai>ija,ia ija>ia jus>~ jaus>~ a>~ e>as"
    ),
    "et": (
        "i>~ e>~ u>~ a>~ t>~ it>~ d>~ le>~ ile>~ l>~ il>~ lt>~ ilt>~ s>~ is>~ es>~ as>~ st>~"
        " ist>~ sse>~ isse>~ ga>~ iga>~ ks>~ iks>~ ni>~ ini>~ na>~ ina>~ ta>~ ita>~ de>~ ide>~"
        " ega>~ ele>~ elt>~ ed>~ id>~ eid>~ esse>~ est>~ lased>~ lane>~ laste>~ ast>a a>as ate>~"
    ),
    "fi": (
        "n>~ in>~,i en>~ a>~ ä>~ ia>~,i iä>~ ta>~ tä>~ ssa>~ ssä>~ issa>~,i issä>~ sta>~ stä>~"
        " ista>~,i istä>~ lle>~ ille>~,i lla>~ llä>~ illa>~,i illä>~ lta>~ ltä>~ ilta>~,i iltä>~"
        " ksi>~ iksi>~,i na>~ ina>~,i iin>i,~ aan>a seen>~ hin>~ t>~ it>~ ien>~ lainen>~"
        " laiset>~"
    ),
    "hu": (
        "t>~ at>~ et>~ ot>~ öt>~ nak>~ nek>~ ban>~ ben>~ ba>~ be>~ ból>~ ből>~ ra>~ re>~ ról>~"
        " ről>~ hoz>~ hez>~ höz>~ tól>~ től>~ nál>~ nél>~ val>~ vel>~ al>~ el>~ on>~ en>~ ön>~"
        " n>~ ig>~ ért>~ é>~ ék>~ ék>~ i>~ át>a ára>a ának>a ával>a ét>e ére>e ének>e ével>e"
        " ában>a ében>e"
    ),
    "tr": (
        "ın>~ in>~ un>~ ün>~ nın>~ nin>~ nun>~ nün>~ ı>~ i>~ u>~ ü>~ yı>~ yi>~ yu>~ yü>~ a>~ e>~"
        " ya>~ ye>~ da>~ de>~ ta>~ te>~ dan>~ den>~ tan>~ ten>~ la>~ le>~ yla>~ yle>~ lı>~ li>~"
        " lu>~ lü>~ nda>~ nde>~ sı>~ si>~ sının>~ sinin>~ ler>~ lar>~"
    ),
    "az": (
        "ın>~ in>~ un>~ ün>~ nın>~ nin>~ nun>~ nün>~ ı>~ i>~ u>~ ü>~ nı>~ ni>~ nu>~ nü>~ a>~ ə>~"
        " ya>~ yə>~ da>~ də>~ dan>~ dən>~ la>~ lə>~ lı>~ li>~ sı>~ si>~ lar>~ lər>~"
    ),
    "ro": "ul>~ ului>~ lui>~ a>~,ă ei>a,~ iei>ia u>~ uri>~ le>~ e>~ i>~ ilor>~ ii>~,ia ă>~,a",
    "is": (
        "s>~,ur ar>~,ur,i i>~,ur a>~,i u>~,a um>~ ur>~ inn>~ inu>~ inum>~ ins>~ ir>~ nar>~ in>~"
        " ina>~ ri>~,ur unni>a ssonar>sson syni>sson son>sson dóttur>dóttir"
    ),
    "de": "s>~ es>~ ens>~ en>~ er>~ e>~ n>~ ern>~ ische>~ ischen>~ ischer>~ isches>~",
    "sv": "s>~ en>~ et>~ ens>~ ets>~ a>~ n>~ ns>~",
    "nl": "s>~ en>~ se>~ e>~",
    "sq": ("i>~ u>~ a>~,ë it>~ in>~ ut>~ un>~ es>a,ë ës>a,ë en>a,ë ën>a,ë së>~ ve>~ t>~ n>~ e>~"),
    "el": (
        "ου>ος,ο,ης ο>ος ον>ος ε>ος,ης η>ης,η ην>ης,η ης>η α>ας,α αν>α,ας ας>α ιου>ι,ιος ων>ος"
        " ους>ος οι>ος ς>~ ή>ής ά>άς ού>ός,ό ό>ός ο>ός ές>ή ήν>ή άς>ά έα>έας ού>ού"
    ),
    "hy": (
        "ի>~,ա ին>~ ից>~ ով>~ ում>~ ը>~ ն>~,ա ու>~,ի ուց>ի ուն>ի ան>~ ներ>~ ների>~ եր>~ երի>~"
        " իս>~ յի>~ յին>~ այի>ա այից>ա այում>ա այով>ա այն>ա ն>~ ական>~ ցի>~"
    ),
    "ka": (
        "ი>~ ის>~,ი,ა,ე ს>~,ი მ>~,ა ა>~ მა>~,ი ად>~,ი ით>~,ი ო>~,ი ში>~,ი ზე>~,ი თან>~,ს,ი დან>~,ი"
        " იდან>~,ი ისთვის>~,ი ისგან>~,ი სთან>~,ი ის>ი ებ>~ ები>~ ების>~ ელი>~ ური>~ ული>~ ვის>ვი"
        " ასთან>ა ამ>ა აში>ა აზე>ა"
    ),
}
_SAME = {
    "nb": "sv",
    "da": "sv",
    "no": "sv",
    "nn": "sv",
    "fo": "is",
    "bs": "hr",
    "sh": "hr",
    "me": "hr",
}
_FINNIC = ("liv", "krl", "vro", "izh", "vot", "vep")
_SAME |= dict.fromkeys(_FINNIC, "et")


@cache
def _rules(lang: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(ending, what may stand for it), longest ending first."""
    rules: dict[str, dict[str, None]] = {}
    for rule in _ENDINGS.get(_SAME.get(lang, lang), "").split():
        ending, _, lemmas = rule.partition(">")
        rules.setdefault(ending, {}).update(
            dict.fromkeys("" if lemma == "~" else lemma for lemma in lemmas.split(","))
        )
    return tuple(
        (ending, tuple(lemmas))
        for ending, lemmas in sorted(rules.items(), key=lambda r: -len(r[0]))
    )


@lru_cache(maxsize=1 << 16)
def stems(token: str, lang: str | None = None) -> tuple[str, ...]:
    """The token as it is, then without an ending, then with another; longest ending first.

    ``lang`` is a BCP 47 tag; a language that is not known changes nothing but an ending behind an
    apostrophe (*Erdoğan'ın*). At most fourteen.
    """
    primary = (lang or "").replace("_", "-").partition("-")[0].lower()
    bare = _APOSTROPHE.sub("", token)
    found = dict.fromkeys((token, bare))
    replaced: dict[str, None] = {}
    for form in list(found):
        lowered = form.lower()
        for ending, lemmas in _rules(primary):
            if lowered.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
                stem = form[: len(form) - len(ending)]
                for lemma in lemmas:
                    (replaced if lemma else found)[stem + lemma] = None
    return tuple({**found, **replaced})[:_MOST]
