"""The cache changes how long a run takes and nothing else."""

import pytest

from reviewer.config import Settings
from reviewer.engine.project import Project
from reviewer.engine.run import check_files
from reviewer.glossary import cachedir

TEXT = "They held held trilogues.\nNobody  came .\n"


@pytest.fixture
def article(project, tmp_path, monkeypatch):
    monkeypatch.setenv(cachedir.ENVIRONMENT, str(tmp_path / "cache"))
    path = project / "news" / "a.txt"
    path.parent.mkdir()
    path.write_text(TEXT)
    return path


def run(article, *, cached=True, **settings):
    held = Project(
        Settings(article.parent.parent, packs=("mt-phrases",), decisions=False, **settings)
    )
    return check_files([article], lambda _: held, cached=cached)


def kept(tmp_path):
    return sorted((tmp_path / "cache" / "results").rglob("*.json"))


def test_a_kept_result_is_the_same(article, tmp_path, monkeypatch):
    fresh = run(article, cached=False)
    assert not kept(tmp_path)
    assert run(article) == fresh
    assert len(kept(tmp_path)) == 1
    monkeypatch.delattr(Project, "check")  # nothing is checked any more
    assert run(article) == fresh


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"documents": [[1]]}', b"\xff\xfe\0"])
def test_a_damaged_result_is_made_anew(article, tmp_path, damage):
    fresh = run(article)
    (place,) = kept(tmp_path)
    place.write_bytes(damage)
    assert run(article) == fresh
    assert place.read_bytes() != damage


def test_a_cache_that_cannot_be_written_is_done_without(article, tmp_path):
    (tmp_path / "cache").write_text("in the way")
    assert run(article) == run(article, cached=False)


@pytest.mark.parametrize(
    "settings",
    [
        {"select": ("phrases",)},
        {"severity": {"phrases": "info"}},
        {"checks": {"phrases": {"timeout": 1.0}}},
        {"per_path": {"news/*": {"ignore": ["phrases"]}}},
    ],
)
def test_other_settings_are_another_result(article, tmp_path, settings):
    run(article)
    assert run(article, **settings) == run(article, cached=False, **settings)


def test_other_content_is_another_result(article, tmp_path):
    before = run(article)
    article.write_text(TEXT + "\n")
    run(article)
    assert len(kept(tmp_path)) == 2
    article.write_text(TEXT)
    assert run(article) == before


def test_the_same_name_in_another_place_of_the_project_is_another_result(
    article, tmp_path, monkeypatch
):
    """``a.txt`` seen from news/ falls under the pattern, ``a.txt`` of the root does not."""
    settings = {"per_path": {"news/*": {"ignore": ["phrases", "hygiene"]}}}
    monkeypatch.chdir(article.parent)
    inside = run(article, **settings)
    above = article.parent.parent / "a.txt"
    above.write_text(TEXT)
    monkeypatch.chdir(above.parent)
    held = Project(Settings(above.parent, packs=("mt-phrases",), decisions=False, **settings))
    outside = check_files([above], lambda _: held)
    assert (len(inside.findings), len(outside.findings)) == (0, 4)
    assert outside._replace(findings=()) == inside


def test_what_is_found_across_articles_is_kept_as_long_as_no_article_changes(article, monkeypatch):
    judged = []

    def facts(document, context):
        return [f for f in hygiene.run(document, context) if f.code == "repeated-word"]

    def judge(noted, context):
        judged.append(len(noted))
        return noted if len(noted) > 1 else []

    from reviewer.checks import hygiene

    monkeypatch.setattr(hygiene, "facts", facts, raising=False)
    monkeypatch.setattr(hygiene, "judge", judge, raising=False)
    other = article.with_name("b.txt")
    other.write_text("It was not not it.\n")

    def both(*, cached=True):
        root = article.parent.parent
        held = Project(Settings(root, packs=(), select=("hygiene",), decisions=False))
        return check_files([article, other], lambda _: held, cached=cached)

    fresh = both(cached=False)
    assert [both(), both()] == [fresh, fresh]
    assert judged == [2, 2]  # fresh, and the first that was kept
    other.write_text("It was not it.\n")
    assert len(both().findings) == len(fresh.findings) - 3  # its own, and the two across
    assert judged == [2, 2, 1]
