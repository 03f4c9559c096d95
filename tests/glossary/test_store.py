"""Loading: packs, joining, and a cache that changes nothing but the time."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reviewer.errors import GlossaryError
from reviewer.glossary import cachedir, store


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv(cachedir.ENVIRONMENT, str(folder))
    return folder


@pytest.fixture
def names(tmp_path):
    path = tmp_path / "names.toml"
    path.write_text(
        '[glossary]\ntitle = "Names"\nlanguage = "de"\ndiacritics = "off"\n'
        '[[term]]\nterm = "Ana Mora"\nadmitted = ["Anna Mora"]\n'
        '[[term]]\nterm = "Bo Li"\nstatus = "proposed"\n'
        '[[rule]]\nid = "r"\ncode = "calque"\nwords = ["x"]\n'
    )
    return path


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("term,kind\nCy Roe,person\nAna Mora,boat\n")
    return path


def plain(glossary):
    return (list(glossary), glossary.rules, glossary.title, glossary.language, glossary.diacritics)


def test_files_are_joined_in_order(names, table, cache):
    glossary = store.load([table, names])
    assert [term.term for term in glossary] == ["Cy Roe", "Ana Mora", "Ana Mora"]
    assert [term.origin for term in glossary] == [(str(table), 2), (str(table), 3), (str(names), 5)]
    assert [(rule.id, rule.place) for rule in glossary.rules] == [("r", (str(names), 11))]
    assert (glossary.title, glossary.language, glossary.diacritics) == ("Names", "de", "off")
    assert (len(glossary), glossary.find("cy-roe").term) == (3, "Cy Roe")


def test_nothing_loaded_is_an_empty_glossary():
    glossary = store.load([])
    assert plain(glossary) == ([], (), "", "en", "info")
    assert glossary.find("x") is None


def test_proposed_terms_only_on_request(names, cache):
    assert [term.term for term in store.load([names])] == ["Ana Mora"]
    assert store.load([names]).find("bo-li") is None
    assert [term.term for term in store.load([names], proposed=True)] == ["Ana Mora", "Bo Li"]


def test_digest_is_that_of_content_and_order(names, table, tmp_path, cache):
    copy = tmp_path / "copy.toml"
    copy.write_bytes(names.read_bytes())
    digest = store.load([names, table]).digest
    assert store.load([copy, table], cache=False).digest == digest
    assert store.load([table, names]).digest != digest
    assert store.load([names, table], proposed=True).digest != digest
    table.write_text("term,kind\nCy Roe,person\nAna Mora,work\n")
    assert store.load([names, table]).digest != digest


def test_a_file_given_twice_counts_once(names, cache):
    assert plain(store.load([names, names])) == plain(store.load([names]))


def test_notes_are_told_from_the_cache_too(table, cache):
    told = []
    for _ in range(2):
        store.load([table], note=told.append)
    message = "unknown kind 'boat'; known: person, place, organization, event, work, demonym"
    assert told == [f"{table}:3: {message}, acronym, other (read as 'other')"] * 2


def test_a_large_file_says_that_it_takes_long_once(table, cache, monkeypatch):
    table.write_text("term\nAna Mora\n")
    monkeypatch.setattr(store, "_LARGE", 10)
    told = []
    for _ in range(2):
        store.load([table], note=told.append)
    assert told == [f"{table}: compiling 0 MB, once"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.toml", "cannot be read: No such file or directory"),
        ("names.xlsx", "not a glossary file that can be read (.toml, .csv, .tsv, .tbx)"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, name, message):
    with pytest.raises(GlossaryError) as caught:
        store.load([tmp_path / name])
    assert str(caught.value) == f"{tmp_path / name}: {message}"


def test_a_faulty_file_leaves_nothing_in_the_cache(tmp_path, cache):
    path = tmp_path / "bad.csv"
    path.write_text("term,kind\nAna,person\n,person\n")
    with pytest.raises(GlossaryError, match="column 'term': is empty"):
        store.load([path])
    assert not cache.exists()


def test_packs_are_found_by_name():
    assert store.pack("south-caucasus") in store.shipped()
    with pytest.raises(GlossaryError) as caught:
        store.pack("south-caucasas")
    assert str(caught.value) == "unknown pack 'south-caucasas'; did you mean 'south-caucasus'?"


def test_the_shipped_packs_load():
    assert len(store.load(store.shipped())) >= 80


# The cache


def cached(cache):
    return sorted((cache / "glossaries").glob("*"))


def test_a_second_load_reads_the_cache(names, cache, monkeypatch):
    first = plain(store.load([names]))
    monkeypatch.setattr(store, "compile_file", None)
    assert plain(store.load([names])) == first
    assert len(cached(cache)) == 1


def test_without_the_cache_nothing_is_written(names, cache):
    assert plain(store.load([names], cache=False))
    assert not cache.exists()


def test_a_cache_damaged_anywhere_changes_nothing(table, cache):
    right = plain(store.load([table]))
    [file] = cached(cache)
    whole = file.read_bytes()
    for position in range(0, len(whole), 3):
        damaged = bytearray(whole)
        damaged[position] ^= 0xFF
        file.write_bytes(damaged)
        assert plain(store.load([table])) == right
        assert file.read_bytes() == whole
    for length in (0, 1, 11, 12, 15, len(whole) - 1):
        file.write_bytes(whole[:length])
        assert plain(store.load([table])) == right


def test_a_cache_folder_that_cannot_be_written_is_done_without(names, cache):
    cache.write_text("a file where the folder should be")
    assert [term.term for term in store.load([names])] == ["Ana Mora"]


def test_a_changed_file_is_read_anew(table, cache):
    store.load([table])
    table.write_text("term\nNew Name\n")
    assert [term.term for term in store.load([table])] == ["New Name"]


def test_what_nobody_used_for_long_leaves_the_cache(names, table, cache):
    store.load([names])
    [file] = cached(cache)
    old = time.time() - 61 * 86400
    os.utime(file, (old, old))
    store.load([names])  # a use keeps it
    store.load([table])
    assert len(cached(cache)) == 2
    os.utime(file, (old, old))
    cachedir.keep(cache / "glossaries" / "other.bin", b"")
    assert file not in cached(cache)


def run(code, cache, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, cachedir.ENVIRONMENT: str(cache)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_processes_at_once(tmp_path, cache):
    table = tmp_path / "big.csv"
    table.write_text("term\n" + "".join(f"Name Number{i}\n" for i in range(20_000)))
    code = (
        "import sys; from pathlib import Path; from reviewer.glossary import store;"
        "g = store.load([Path(sys.argv[1])]); print(len(g), g.terms[19_999].id)"
    )
    processes = [run(code, cache, table) for _ in range(2)]
    assert [process.communicate()[0] for process in processes] == ["20000 name-number19999\n"] * 2
    assert [file.suffix for file in cached(cache)] == [".bin"]


def test_a_compiled_glossary_needs_no_parser(names, table, cache):
    store.load([names, table])
    code = (
        "import sys, json; from pathlib import Path; from reviewer.glossary import store;"
        "list(store.load([Path(p) for p in sys.argv[1:]])); print(json.dumps(list(sys.modules)))"
    )
    loaded = json.loads(run(code, cache, names, table).communicate()[0])
    assert "reviewer.glossary.records" in loaded
    assert not {"tomllib", "regex", "csv", "tempfile", "reviewer.glossary.fields"} & set(loaded)


# The wheel


@pytest.fixture
def wheel_content(tmp_path):
    """What the build hook adds to a wheel, laid out as the wheel would be."""
    pytest.importorskip("hatchling")
    from reviewer.names.build_hook import PacksHook

    root = Path(__file__).parents[2]
    hook = PacksHook(str(root), {}, None, None, str(tmp_path), "wheel")
    data = {"force_include": {}}
    hook.initialize("standard", data)
    for source, target in data["force_include"].items():
        file = tmp_path / target
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(Path(source).read_bytes())
    hook.finalize("standard", data, "")
    return tmp_path / "reviewer" / "packs"


def test_packs_in_the_wheel_are_compiled_and_used(wheel_content, cache, monkeypatch):
    right = store.load(store.shipped())
    monkeypatch.setattr(store, "_INSTALLED", wheel_content)
    assert [path.name for path in store.shipped()] == [
        path.name for path in sorted((Path(__file__).parents[2] / "glossaries").glob("*.toml"))
    ]
    before = cached(cache)
    with monkeypatch.context() as patch:
        patch.setattr(store, "compile_file", None)
        installed = store.load(store.shipped())
    assert installed.digest == right.digest
    assert [t.id for t in installed] == [t.id for t in right]
    assert cached(cache) == before
    changed = store.shipped()[0]
    changed.write_text("[[term]]\nterm = 'Ana Mora'\n")
    assert [term.term for term in store.load([changed])] == ["Ana Mora"]


def test_an_editable_install_copies_no_packs(tmp_path):
    pytest.importorskip("hatchling")
    from reviewer.names.build_hook import PacksHook

    hook = PacksHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel")
    data = {"force_include": {}}
    hook.initialize("editable", data)
    hook.finalize("editable", data, "")
    assert data == {"force_include": {}}


def test_an_editable_install_compiles_packs_where_they_are(tmp_path, cache, monkeypatch):
    pytest.importorskip("hatchling")
    from reviewer.names import index
    from reviewer.names.build_hook import PacksHook

    folder = tmp_path / "glossaries"
    folder.mkdir()
    (folder / "one.toml").write_text("[[term]]\nterm = 'Artsrun Hovhannisyan'\n")
    own = tmp_path / "own.toml"
    own.write_text("[[term]]\nterm = 'Artsrun Aliyev'\n[[term]]\nterm = 'Goris'\n")
    PacksHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel").initialize("editable", {})
    monkeypatch.setattr(store, "_CHECKOUT", folder)
    monkeypatch.setattr(index, "CACHED_FROM", 0)
    with monkeypatch.context() as patch:
        patch.setattr(store, "compile_file", None)
        patch.setattr(index, "build", None)
        packs = store.load(store.shipped())
        assert index.open_index(packs).find("artsrun") == 0
    both = store.load([*store.shipped(), own])
    grown, whole = index.open_index(both), index.build(both.terms)
    assert grown.tokens == whole.tokens
    assert [bytes(part) for part in grown.sections] == [bytes(part) for part in whole.sections]
    changed = store.load([own, *store.shipped()])  # begins with another: built from the ground
    assert index.open_index(changed).tokens == index.build(changed.terms).tokens
