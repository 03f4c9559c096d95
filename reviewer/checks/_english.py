"""Could this word be English? By the word list, and by how English makes new words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reviewer.names.words import is_known_name, is_word, no_words
from reviewer.text import fold

# Words that English took over and writes in lower case, which the lists lack: administration,
# money, food, dress, belief, units, and Latin.
_LOANS = """
    aimag airag akim akimat alia alma amidst amongst annum apparat apparatchik aul babushka
    bashlyk belli blini bln bona borscht bortsch capita cassation casus chernozem circa corpus
    covid crypto curriculum dombra dram email emeritus ergo facto fide forint forints ger glasnost
    gmina gopnik grata gulag habeas hominem hromada hryvnia hryvnias hryvnya html http https ibid
    idem incognita infographic infographics intelligentsia jure kcal khachapuri khinkali kolkhoz
    kombucha kompromat krai krais kroon kroons kumis kuna kurgan kvass kwh lari lats litas magnum
    mahalla maidan manat mater mln modus mutandis mutatis mwh nomenklatura oblast oblasts okrug
    okrugs ombudsman onwards operandi opus pelmeni perestroika persona plov polynya posteriori
    powiat priori pysanka quid quo raion raions rayon rayons roadmap sambo samizdat samovar
    sapiens sauna shashlik shawarma shtetl siloviki sine situ solyanka som somoni sovkhoz sovok
    spetsnaz storeys taiga telecom tempore tenge terra tln toponym ushanka valenki varenyky versa
    vitae vitro vivendi vivo voblast vodka voivodeship vyshyvanka wifi www yarmarka yurt zakuski
    zloty
"""
# Before what is a word by itself; short ones, which other languages have too, before a longer word.
_PREFIX = re.compile(
    r"(?:aero|agro|anti|arch|audio|auto|bio|cardio|counter|cross|crypto|cyber|eco|electro|extra|fore"
    r"|geo|gyro|hydro|hyper|immuno|infra|inter|intra|kilo|macro|mega|meta|micro|midi|mini|mono|multi"
    r"|nano|neo|neuro|omni|over|paleo|para|petro|photo|poly|post|proto|pseudo|psycho|pyro|quasi|radio"
    r"|retro|self|semi|socio|super|techno|tele|thermo|trans|ultra|under|vaso|vice)-?(?=\w{4})"
    r"|(?:co|de|dis|ex|in|mid|mis|non|off|out|pre|pro|re|sub|tri|un|uni|up)-?(?=\w{5})"
)
_SUFFIX = re.compile(
    r"(?:s|es|ed|d|ing|er|ers|or|ors|ly|ness|less|like|able|ible|ability|ful|ish|ism|ist|ists|ize|izes"
    r"|ized|izing|ise|ised|ising|ization|isation|izations|ified|ification|al|ally|ic|ical|ics|ous|ive"
    r"|hood|ship|ships|dom|wise|ward|wards|proof|free|able|y|ies|ity|ation|ations|ment|ments|man|men"
    r"|woman|women|people|goers|fest|gate|tech|ware|verse|verses)\Z"
)


@cache
def _loans() -> frozenset[str]:
    return frozenset(_LOANS.split())


@lru_cache(maxsize=65536)
def is_english(word: str) -> bool:
    """Is the lower-case word English: listed, borrowed, compounded or derived from listed words?"""
    folded = fold(word)
    if is_word(folded) or folded in _loans():
        return True
    return word.isascii() and (_derived(folded) or _compound(folded))


def may_be_name(word: str) -> bool:
    """Is the word, whatever its case, part of some name in its English spelling?"""
    return is_known_name(fold(word))


def unknown(candidates: set[str]) -> set[str]:
    """Those of the lower-case words that are not English."""
    return {word for word in no_words(candidates) if not is_english(word)}


def _derived(word: str) -> bool:
    bare = _PREFIX.sub("", word, count=1) if _PREFIX.match(word) else word
    if bare != word and is_word(bare):
        return True
    for base in (word, bare):
        if ending := _SUFFIX.search(base):
            stem = base[: ending.start()]
            if len(stem) > 3 and any(is_word(stem + end) for end in ("", "e", "y")):
                return True
            if len(stem) > 4 and stem[-1] == stem[-2] and is_word(stem[:-1]):
                return True
    return False


def _compound(word: str) -> bool:
    """Two words written as one: dancefloor; too short ones would hide words of other languages."""
    cuts = range(3, len(word) - 3) if len(word) > 7 else ()
    return any(is_word(word[:cut]) and is_word(word[cut:]) for cut in cuts)
