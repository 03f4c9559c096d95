"""What ``import reviewer`` offers."""

import doctest
import subprocess
import sys

import pytest

import reviewer


def test_the_documented_example_runs():
    assert doctest.testmod(reviewer).attempted > 0
    assert doctest.testmod(reviewer).failed == 0


def test_check_paths_is_check_on_files(project, seed):
    (project / "article.txt").write_text(seed, encoding="utf-8")
    findings = reviewer.check_paths(["article.txt"])
    assert findings[0].text == "Arcruns Ovannisyan"
    assert findings[0].path == "article.txt"


def test_unreadable_articles_are_an_error(project):
    (project / "bad.txt").write_bytes(b"\xff\x00")
    with pytest.raises(Exception, match=r"bad\.txt"):
        reviewer.check_paths(["."])


def test_a_glossary_of_ones_own(project):
    (project / "names.csv").write_text("term\nTamara Kvirikashvili\n", encoding="utf-8")
    text = "The poet Tamara Kvirikašvili spoke, and so did Tamara Kvirikashvili."
    found = reviewer.check_text(text, glossaries=["names.csv"])
    assert [f.suggestions[0] for f in found if f.check == "names"] == ["Tamara Kvirikashvili"]


def test_there_is_nothing_else():
    with pytest.raises(AttributeError):
        reviewer.no_such_thing  # noqa: B018


def test_importing_the_package_loads_nothing():
    code = "import reviewer, sys; sys.exit(any(m.startswith('reviewer.') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
