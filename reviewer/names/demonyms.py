"""Demonyms and adjectives of places: *Estonian* is no garbled *Estonia*, nor vice versa."""

from __future__ import annotations

from functools import lru_cache

from reviewer.names.words import is_known_name, is_word

# English makes demonyms with these endings …
_ENDINGS = tuple(
    "ian an n ean ese ish er ite ic i ine ene ino eno ican itan ard vian nian ch ois ais iot sian tian".split()  # noqa: SIM905, E501
)
# … some of which are also the case endings of other languages: they must be known in English.
_DOUBTFUL = frozenset("n er ic i ine ene ino eno ch ois ais iot".split())  # noqa: SIM905
# … after dropping one of these: Estoni-a, Ital-y, Ukrain-e, Pol-and, Afghan-istan, Lebanon.
_DROPPED = frozenset(
    ("", *"a ia y e o os us es is i land istan ya la ey en as um".split())  # noqa: SIM905
)
_SPELLINGS = frozenset(("y", "e", "ya"))
_SHORTEST = 3
# Those that share their beginning with the place but are not made so.
_IRREGULAR = {
    "belarussian": "belarus",
    "belorussian": "belarus",
    "byelorussian": "belarus",
    "canadian": "canada",
    "chechen": "chechnya",
    "congolese": "congo",
    "crimean": "crimea",
    "cypriot": "cyprus",
    "czech": "czechia",
    "dagestani": "dagestan",
    "dane": "denmark",
    "danish": "denmark",
    "filipino": "philippines",
    "finn": "finland",
    "french": "france",
    "glaswegian": "glasgow",
    "greek": "greece",
    "kazakh": "kazakhstan",
    "kosovar": "kosovo",
    "kyrgyz": "kyrgyzstan",
    "maltese": "malta",
    "mancunian": "manchester",
    "muscovite": "moscow",
    "neapolitan": "naples",
    "norwegian": "norway",
    "panamanian": "panama",
    "peruvian": "peru",
    "pole": "poland",
    "polish": "poland",
    "slovene": "slovenia",
    "spanish": "spain",
    "swiss": "switzerland",
    "tajik": "tajikistan",
    "tatar": "tatarstan",
    "thai": "thailand",
    "turk": "turkey",
    "turkish": "turkey",
    "turkmen": "turkmenistan",
    "uzbek": "uzbekistan",
    "varsovian": "warsaw",
    "venetian": "venice",
    "welsh": "wales",
}


@lru_cache(maxsize=1 << 14)
def is_demonym(token: str, place: str, doubtful: bool = True) -> bool:
    """Is one plain token the demonym or adjective of the other, plural or not?

    Without ``doubtful`` only endings count that nothing but a demonym has.
    """
    return _of(token, place, doubtful) or _of(place, token, doubtful)


def _of(demonym: str, place: str, doubtful: bool) -> bool:
    for word in (demonym, demonym.removesuffix("s")):
        if word == place:
            continue
        if _IRREGULAR.get(word) == place:
            return True
        if word[:_SHORTEST] != place[:_SHORTEST]:  # what both begin with is at least as long
            continue
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < _SHORTEST or not place.startswith(stem):
                continue
            dropped = place[len(stem) :]
            if ending == "i" and dropped in _SPELLINGS:  # Nevski and Nevsky are one word
                continue
            if dropped in _DROPPED and (ending not in _DOUBTFUL or (doubtful and _known(word))):
                return True
    return False


def _known(word: str) -> bool:
    return is_known_name(word) or is_word(word)
