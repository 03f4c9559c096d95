"""What another language calls a place is a garble, unless it is a name or word in its own right."""

import pytest

from reviewer.glossary.model import Glossary, Term
from reviewer.names.matcher import Matcher

GLOSSARY = Glossary(
    [
        Term("Libya", "libya", kind="place", native={"ar": ("ليبيا",), "ru": ("Ливия",)}),
        Term("Chile", "chile", kind="place", native={"es": ("Chile",), "ru": ("Чили",)}),
        Term("Cairo", "cairo", kind="place", native={"ar": ("القاهرة",), "ru": ("Каир",)}),
        Term("Olaf Scholz", "scholz", kind="person", native={"de": ("Olaf Scholz",), "ru": ("Олаф Шольц",)}),
    ]
)  # fmt: skip


@pytest.mark.parametrize("text", ["Then Livia left.", "They sold Chili there."])
def test_a_name_or_word_is_left_alone(text: str) -> None:
    assert [match for match in Matcher(GLOSSARY).find(text) if match.kind == "garbled"] == []


@pytest.mark.parametrize(
    ("text", "canonical"), [("He flew to Kair.", "Cairo"), ("Olaf Sholts resigned.", "Olaf Scholz")]
)
def test_what_is_neither_is_found(text: str, canonical: str) -> None:
    (match,) = Matcher(GLOSSARY).find(text)
    assert (match.kind, match.canonical) == ("garbled", canonical)
