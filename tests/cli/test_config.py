"""``reviewer config``: what holds, whence, and the schema that editors check it with."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from reviewer import config, plugins
from reviewer.config import KEYS
from reviewer.engine.checker import CHECKS
from reviewer.engine.schema import schema

EVERY_KEY = """\
packs = ["mt-phrases"]
glossaries = ["names.toml"]
include = ["*.txt"]
exclude = ["old"]
select = ["names", "phrases"]
ignore = ["diacritics"]
fail-level = "warning"
source-languages = ["lv"]

[severity]
romanisation = "off"

[keys]
approve = "y"

[per-path."news/š*"]
ignore = ["phrases"]
severity = { names = "info" }

[house-style]
Kiev = "Kyiv"

[phrases]
timeout = 2
"""


@pytest.fixture
def configured(named):
    (named / "reviewer.toml").write_text(EVERY_KEY, encoding="utf-8")
    return named


def test_every_setting_with_the_file_that_sets_it(invoke, configured):
    done = invoke("config", "show")
    assert (done.status, done.err) == (0, "")
    assert "# configuration: reviewer.toml\n" in done.out
    assert 'packs = ["mt-phrases"]  # reviewer.toml\n' in done.out
    assert 'severity = { romanisation = "off" }  # reviewer.toml\n' in done.out
    assert "phrases.timeout = 2  # reviewer.toml\n" in done.out
    shown = json.loads(invoke("config", "show", "--json").out)
    options = [name for name in shown["settings"] if "." not in name]
    assert options == list(KEYS)
    assert {shown["settings"][name]["origin"] for name in options} == {"reviewer.toml"}


def test_what_is_shown_is_toml_that_says_the_same(invoke, configured):
    shown = tomllib.loads(invoke("config", "show").out)
    written = tomllib.loads(EVERY_KEY)
    assert {key: shown[key] for key in written if key != "phrases"} == {
        key: value for key, value in written.items() if key != "phrases"
    }


def test_defaults_say_so(invoke, project):
    done = invoke("config", "show")
    assert "# configuration: none found\n" in done.out
    assert 'fail-level = "error"  # default\n' in done.out
    assert '"mt-phrases"' in done.out.split("packs = ", 1)[1].split("\n")[0]
    assert "phrases.timeout = 0.5  # default\n" in done.out


def test_of_an_article_below_another_configuration(invoke, configured):
    (configured / "inner").mkdir()
    (configured / "inner" / "reviewer.toml").write_text("")
    (configured / "inner" / "a.txt").write_text("")
    done = invoke("config", "show", "inner/a.txt")
    assert "# configuration: inner/reviewer.toml\n" in done.out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("selct = []", "unknown key 'selct'; did you mean 'select'?"),
        ("[phrases]\ntimeout = 'x'", "expected a value like 0.5"),
        ('select = ["nams"]', "did you mean 'names'?"),
    ],
)
def test_what_is_wrong_is_said_here_too(invoke, project, content, says):
    (project / "reviewer.toml").write_text(content)
    done = invoke("config", "show")
    assert (done.status, says in done.err) == (2, True)
    assert invoke("config", "show", "none").status == 2


def test_the_schema_knows_every_key_and_check(invoke, project):
    printed = json.loads(invoke("config", "schema").out)
    assert printed == json.loads(json.dumps(schema()))
    assert set(printed["properties"]) == {*KEYS, *plugins.offered(CHECKS)}
    shipped = json.loads(Path(config.__file__).with_name("config.schema.json").read_text("utf-8"))
    assert set(shipped["properties"]) == set(KEYS)
    jsonschema.Draft202012Validator.check_schema(printed)
    jsonschema.Draft202012Validator.check_schema(shipped)


@pytest.mark.parametrize(
    ("content", "valid"),
    [
        (EVERY_KEY, True),
        ("", True),
        ("selct = []", False),
        ('packs = "x"', False),
        ('select = ["nams"]', False),
        ('fail-level = "fatal"', False),
        ('[severity]\nnames = "loud"', False),
        ('[severity]\nnams = "off"', False),
        ('[per-path."a"]\nignores = []', False),
        ("[keys]\napprove = 1", False),
        ("[phrases]\ntimeout = 'x'", False),
        ("[phrases]\ntimout = 1", False),
        ("[phrase]", False),
    ],
)
def test_the_schema_and_the_program_agree(invoke, project, content, valid):
    (project / "reviewer.toml").write_text(content, encoding="utf-8")
    validator = jsonschema.Draft202012Validator(schema())
    assert validator.is_valid(tomllib.loads(content)) is valid
    assert (invoke("config", "show").status == 0) is valid
