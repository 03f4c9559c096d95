"""Language tags as bilingual files write them."""

from __future__ import annotations


def is_english(tag: str | None) -> bool:
    """Is the language English (en, en-GB, en_US, eng, English), or not said?"""
    return not tag or tag.replace("_", "-").partition("-")[0].strip().lower() in (
        "en",
        "eng",
        "english",
    )
