"""Surnames of other people: those that differ in gender alone, or by an ending that makes surnames.

*Aliyev* and *Aliyeva*, *Kowalski* and *Kowalska*, *Novák* and *Nováková*, *Strupas* and
*Strupienė*: standing alone, the other form names another person, or is an oblique case; nobody can
tell which.
"""

from __future__ import annotations

# Endings of folded surnames, men's and women's, in the languages that tell them apart.
_ENDINGS = (
    ("", "a"),  # East Slavic, Bulgarian, Azerbaijani -ov/-ova
    ("", "ova"),  # Czech, Slovak
    ("ek", "kova"),
    ("a", "ova"),
    ("sky", "skaya"),
    ("sky", "ska"),
    ("ski", "ska"),
    ("skiy", "skaya"),
    ("skyi", "ska"),
    ("cki", "cka"),
    ("tsky", "tskaya"),
    ("y", "a"),
    ("y", "aya"),
    ("oi", "aya"),
    ("oy", "aya"),
    ("i", "a"),
    ("s", "a"),  # Latvian
    ("is", "e"),
    ("as", "iene"),  # Lithuanian, married
    ("is", "iene"),
    ("us", "iene"),
    ("ys", "iene"),
    ("as", "aite"),  # unmarried
    ("is", "yte"),
    ("us", "ute"),
    ("ys", "yte"),
    ("as", "e"),
)


# What makes another family's name of one: Yermak and Yermakov, Karapet and Karapetyan, Peter and
# Peterson. In a mangled surname they tell nothing either: half a country shares them.
_FAMILY = tuple(
    "ov ev yev ova eva enko ko chuk uk yuk yan ian yants dze shvili sky ski skaya ska ich ych ovich"  # noqa: SIM905
    " evich ovic evic ic in ina son sen sson oglu ogly zade escu ez es poulos idis akis".split()
)
_SHORTEST_STEM = 4


def is_other_family(one: str, other: str) -> bool:
    """Is one plain surname the other with an ending that makes another family's name?"""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(shorter) >= _SHORTEST_STEM and any(longer == shorter + end for end in _FAMILY)


def is_made_feminine(canonical: str, variant: str) -> bool:
    """Is the variant what Czech and Slovak make of a foreign woman's surname (*Merkelová*)?"""
    return variant in (canonical + "ova", canonical.rstrip("aeo") + "ova")


def family_stem(plain: str) -> str:
    """A plain surname without the commonest endings of surnames."""
    for ending in sorted(_FAMILY, key=len, reverse=True):
        stem = plain.removesuffix(ending)
        if stem != plain and len(stem) >= _SHORTEST_STEM:
            return stem
    return plain


def is_other_gender(one: str, other: str) -> bool:
    """Are two plain surnames the forms of one family name for a man and a woman?"""
    return _is_pair(one, other) or _is_pair(other, one)


def _is_pair(man: str, woman: str) -> bool:
    for his, hers in _ENDINGS:
        if woman.endswith(hers) and man.endswith(his):
            stem = woman.removesuffix(hers)
            if len(stem) > 2 and stem == man[: len(man) - len(his)]:
                return True
    return False
