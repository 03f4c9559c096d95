from pathlib import Path

import pytest

from reviewer.config import Settings, find_root, load
from reviewer.errors import ConfigError


def test_the_nearest_configuration_upwards_holds(tmp_path):
    (tmp_path / "reviewer.toml").write_text('fail-level = "warning"\nglossaries = ["names.toml"]\n')
    inner = tmp_path / "news" / "today"
    inner.mkdir(parents=True)
    settings = load(inner)
    assert settings.root == tmp_path
    assert settings.fail_level == "warning"
    assert settings.glossaries == (tmp_path / "names.toml",)
    assert Path(settings.origin["fail-level"]).name == "reviewer.toml"


def test_pyproject_counts_only_with_its_table(tmp_path):
    (tmp_path / ".git").mkdir()
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert find_root(inner) == (tmp_path, None)
    (inner / "pyproject.toml").write_text("[tool.reviewer]\npacks = ['baltics']\n")
    assert load(inner).packs == ("baltics",)
    assert load(inner).root == inner


def test_a_table_of_an_unknown_name_is_left_to_the_checks(tmp_path):
    (tmp_path / "reviewer.toml").write_text("[phrases]\ntimeout = 2.0\n")
    assert load(tmp_path).checks == {"phrases": {"timeout": 2.0}}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('pack = ["x"]', "unknown key 'pack'; did you mean 'packs'?"),
        ('packs = "x"', "packs: expected a list of strings"),
        ('fail-level = "fatal"', "fail-level: expected one of error, warning, info"),
        ('[severity]\nnames = "eror"', "unknown severity 'eror'; did you mean 'error'?"),
        ('[per-path."a/*"]\nignores = ["names"]', "unknown key 'ignores'; did you mean 'ignore'?"),
        ("packs = [", "cannot read the configuration"),
    ],
)
def test_errors_name_file_and_key(tmp_path, content, message):
    (tmp_path / "reviewer.toml").write_text(content)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert "reviewer.toml" in str(caught.value)
    assert message in str(caught.value)


def test_a_configuration_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(ConfigError, match="no such configuration file"):
        load(tmp_path, tmp_path / "other.toml")


def test_defaults():
    assert Settings(Path()).packs is None
