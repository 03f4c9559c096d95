"""Retrieval, and a cache that is built again rather than trusted."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.glossary.model import Glossary, Term
from reviewer.names import index as module
from reviewer.names.index import DEPRECATED, JOINED, RIGHT, build, open_index
from reviewer.names.phonetic import keys, plain, skeleton
from reviewer.names.retrieve import retrieve

NAMES = [
    "Artsrun Hovhannisyan",
    "Nikol Pashinyan",
    "Ilham Aliyev",
    "Jarosław Kaczyński",
    "Tskhinvali",
    "Zhytomyr",
    "Newmarket",
    "Hamid Reza",
    "Israel",
    "Israel Katz",
    "Götzis",
    "Vayk",
    "Paris",
    "Charles de Gaulle",
]


def glossary(names: list[str]) -> Glossary:
    digest = hashlib.sha256("\n".join(names).encode()).hexdigest()
    return Glossary(tuple(Term(name, name) for name in names), digest=digest)


INDEX = build(glossary(NAMES).terms)


@pytest.mark.parametrize(
    ("variant", "name"),
    [
        ("Arcruns Ovannisjans", "Artsrun Hovhannisyan"),
        ("Nikols Pašinjans", "Nikol Pashinyan"),
        ("Jaroslavs Kačinskis", "Jarosław Kaczyński"),
        ("Cchinvali", "Tskhinvali"),
        ("Jytomyr", "Zhytomyr"),
        ("New Market", "Newmarket"),
        ("Hamidreza", "Hamid Reza"),
        ("Izraēla", "Israel"),
        ("Getsise", "Götzis"),
        ("Vaikas", "Vayk"),
        ("Шарль", ""),
        ("", ""),
    ],
)
def test_the_entry_comes_first(variant: str, name: str) -> None:
    found = retrieve(INDEX, variant)
    assert [NAMES[entry] for entry in found[:1]] == ([name] if name else [])


def test_whole_forms_in_any_order() -> None:
    assert INDEX.whole(["hovhannisyan", "artsrun"], RIGHT) == [0]
    assert INDEX.whole(["hamidreza"], JOINED) == [NAMES.index("Hamid Reza")]
    assert INDEX.whole(["artsrun"], RIGHT) == []


def test_a_rejected_form_is_known_but_no_name() -> None:
    index = build((Term("Kyiv", "k", deprecated=("Kiev",)),))
    assert (index.find("kiev"), index.has_rejected("kiev")) == (-1, True)
    assert index.whole(["kiev"], DEPRECATED) == [0]


@given(st.lists(st.text(max_size=40), max_size=8))
def test_every_token_is_found_and_near_itself(names: list[str]) -> None:
    index = build(tuple(Term(name, str(i)) for i, name in enumerate(names)))
    for number, token in enumerate(index.tokens):
        assert index.find(token) == number
        if not token.startswith(JOINED) and plain(token) == token:
            assert index.entries(number)


@given(st.text(max_size=400))
def test_keys_are_few_whatever_the_token(text: str) -> None:
    assert len(keys(text)) < 300
    assert len(skeleton(text)) <= 49


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Artsrun", "Arcruns"),
        ("Hovhannisyan", "Ovannisjans"),
        ("Zhukov", "Schukow"),
        ("Tchaikovsky", "Čaikovskis"),
        ("Khrushchev", "Hruščovs"),
        ("Gurjaani", "Gurdžaanis"),
        ("Nadya", "Nadja"),
        ("Xankendi", "Ksankendi"),
        ("Wałęsa", "Valensa"),
        ("Путин", "Путин"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert set(keys(one)) & set(keys(other))


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REVIEWER_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(module, "CACHED_FROM", 1)
    return tmp_path


def file_in(folder: Path) -> Path:
    (file,) = folder.glob("names-*.idx")
    return file


def test_the_cache_gives_the_same_index(cached: Path) -> None:
    open_index(glossary(NAMES))
    again = open_index(glossary(NAMES))
    assert file_in(cached).stat().st_size > 0
    assert again.tokens == INDEX.tokens
    assert retrieve(again, "Arcruns Ovannisjans") == retrieve(INDEX, "Arcruns Ovannisjans")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"x" * len(data),
        lambda data: data + b"\0" * 8,
        lambda data: data[:16] + b"\0" * 4 + data[20:],
    ],
    ids=["empty", "torn", "flipped", "other", "longer", "old version"],
)
def test_a_bad_cache_is_built_again(cached: Path, spoil: object) -> None:
    open_index(glossary(NAMES))
    whole = file_in(cached).read_bytes()
    file_in(cached).write_bytes(spoil(whole))  # type: ignore[operator]
    assert open_index(glossary(NAMES)).tokens == INDEX.tokens
    assert file_in(cached).read_bytes() == whole


def test_another_glossarys_file_is_not_taken(cached: Path) -> None:
    open_index(glossary(NAMES))
    other = glossary([*NAMES, "Gori"])
    stolen = file_in(cached).read_bytes()
    (cached / f"names-{other.digest[:32]}.idx").write_bytes(stolen)
    assert "gori" in open_index(other).tokens


def test_a_folder_that_cannot_be_written_costs_only_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("REVIEWER_CACHE_DIR", str(tmp_path / "file"))
    monkeypatch.setattr(module, "CACHED_FROM", 1)
    assert open_index(glossary(NAMES)).tokens == INDEX.tokens


def test_tokens_of_a_large_index_are_found_without_a_dictionary(monkeypatch):
    listed = [INDEX.find(token) for token in (*INDEX.tokens, "nobody", "")]
    monkeypatch.setattr(module, "_LISTED", 0)
    assert [INDEX.find(token) for token in (*INDEX.tokens, "nobody", "")] == listed
