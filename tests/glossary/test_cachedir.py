"""Where compiled data is kept."""

import sys

import platformdirs
import pytest

from reviewer.glossary.cachedir import ENVIRONMENT, cache_folder


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the library itself is asked")
@pytest.mark.parametrize("base", [None, "", " ", "/var/tmp/of mine", "not/absolute"])
def test_the_folder_is_the_one_that_platformdirs_names(monkeypatch, base):
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if base is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", base)
    assert cache_folder() == platformdirs.user_cache_path("mt-reviewer", appauthor=False)
