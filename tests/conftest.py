"""Every test has a cache and a home of its own and no configuration but its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Neither a busy machine nor chance may fail a test: what is slow is measured in tests/benchmarks, and
# ``pytest --hypothesis-profile=default`` looks for new examples.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "nagorno-karabakh-2020.txt"


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory):
    return tmp_path_factory.getbasetemp().parent / "cache"


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, cache_folder):
    monkeypatch.setenv("REVIEWER_CACHE_DIR", os.fspath(cache_folder))
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "GITLAB_CI", "CI"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def seed():
    return SEED.read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """An empty project folder that is the working folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def interruptible():
    """SIGINT interrupts, here and in subprocesses, even where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def cli(project):
    """Run the command in a subprocess of the project folder; gives the finished process."""

    def run(*arguments, stdin=None, env=None):
        return subprocess.run(
            [sys.executable, "-m", "reviewer", *map(os.fspath, arguments)],
            cwd=project,
            input=stdin,
            capture_output=True,
            env={**os.environ, **(env or {})},
            encoding=None if isinstance(stdin, bytes) else "utf-8",
            check=False,
        )

    return run
