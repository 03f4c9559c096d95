"""Commands run inside the test's own process: many cases in the time of one subprocess."""

import os
from types import SimpleNamespace

import pytest

from reviewer.cli import run

NAMES = """\
[[term]]
term = "Artsrun Hovhannisyan"
kind = "person"
deprecated = ["Artsrun Ovanesian"]

[[rule]]
id = "trilogue"
code = "wrong-word"
words = ["trilogues"]
replace = ["three-way talks"]
severity = "error"
safe = true
bad = ["They held trilogues."]

[[rule]]
id = "social network Facebook"
code = "calque"
words = ["social network Facebook"]
replace = ["Facebook"]
bad = ["He wrote on the social network Facebook."]
"""


@pytest.fixture
def invoke(project, capfdbinary):
    """Run a command in the project folder; gives its status and what it printed."""

    def call(*arguments):
        status = run([os.fspath(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return SimpleNamespace(status=status, out=out.decode(), err=err.decode())

    return call


@pytest.fixture
def named(project):
    """A project with a glossary of its own and no shipped packs."""
    (project / "names.toml").write_text(NAMES, encoding="utf-8")
    (project / "reviewer.toml").write_text('packs = []\nglossaries = ["names.toml"]\n')
    return project
