"""Demonyms and adjectives of places: *Estonian* is no garbled *Estonia*, nor the other way round."""

from __future__ import annotations

from functools import lru_cache

from reviewer.names.words import is_known_name, is_word

# English makes demonyms with these endings …
_ENDINGS = ("ian", "an", "n", "ean", "ese", "ish", "er", "ite", "ic", "i", "ine", "ene", "ino", "eno", "ican", "itan", "ard", "vian", "nian", "ch", "ois", "ais", "iot", "sian", "tian")  # fmt: skip
# … some of which are also the case endings of other languages: they must be known in English.
_DOUBTFUL = frozenset(("n", "er", "ic", "i", "ine", "ene", "ino", "eno", "ch", "ois", "ais", "iot"))
# … after dropping one of these: Estoni-a, Ital-y, Ukrain-e, Pol-and, Afghan-istan, Lebanon.
_DROPPED = frozenset(("", "a", "ia", "y", "e", "o", "os", "us", "es", "is", "i", "land", "istan", "ya", "la", "ey", "en", "as", "um"))  # fmt: skip
_SHORTEST = 3
# Those that share their beginning with the place but are not made so.
_IRREGULAR = {
    "spanish": "spain", "polish": "poland", "pole": "poland", "finn": "finland", "turkish": "turkey",
    "turk": "turkey", "french": "france", "welsh": "wales", "danish": "denmark", "dane": "denmark",
    "swiss": "switzerland", "greek": "greece", "norwegian": "norway", "belarussian": "belarus",
    "belorussian": "belarus", "byelorussian": "belarus", "muscovite": "moscow", "neapolitan": "naples",
    "venetian": "venice", "peruvian": "peru", "maltese": "malta", "cypriot": "cyprus",
    "filipino": "philippines", "congolese": "congo", "panamanian": "panama", "canadian": "canada",
    "thai": "thailand", "slovene": "slovenia", "kosovar": "kosovo", "glaswegian": "glasgow",
    "mancunian": "manchester", "varsovian": "warsaw", "chechen": "chechnya", "tatar": "tatarstan",
    "kazakh": "kazakhstan", "uzbek": "uzbekistan", "turkmen": "turkmenistan", "kyrgyz": "kyrgyzstan",
    "tajik": "tajikistan", "dagestani": "dagestan", "czech": "czechia", "crimean": "crimea",
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def is_demonym(token: str, place: str, doubtful: bool = True) -> bool:
    """Is one plain token the demonym or adjective of the other, plural or not?

    Without ``doubtful`` only endings count that nothing but a demonym has.
    """
    return _of(token, place, doubtful) or _of(place, token, doubtful)


def _of(demonym: str, place: str, doubtful: bool) -> bool:
    for word in (demonym, demonym.removesuffix("s")):
        if _IRREGULAR.get(word) == place:
            return True
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < _SHORTEST or not place.startswith(stem):
                continue
            if place[len(stem) :] in _DROPPED and (
                ending not in _DOUBTFUL or (doubtful and _known(word))
            ):
                return True
    return False


def _known(word: str) -> bool:
    return is_known_name(word) or is_word(word)
