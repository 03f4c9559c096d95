"""Surnames that differ in gender alone: another member of the family, not a misspelling.

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
