"""Start a project: a configuration, a glossary, lines for git and a CI job.

Nothing that is there is overwritten; what was left alone is named.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reviewer import __version__
from reviewer.config import find_root
from reviewer.engine.writing import write_text
from reviewer.errors import UsageError
from reviewer.text import visible

CONFIGURATION = """\
# Settings of reviewer; `reviewer config show` prints what holds. Paths are relative to this file.

# The team's own glossaries: what to write, and what machine translation makes of it.
glossaries = ["names.toml"]

# The packs that ship: all by default, none by [], or those named here.
# packs = ["south-caucasus", "mt-phrases"]

# Which files of a folder are articles (by default all of a known format), and which are not.
# include = ["news/*.txt"]
# exclude = ["archive"]

# Checks or codes, `reviewer check --list-checks` explains them; and what they are worth.
# ignore = ["doubled-space"]
# fail-level = "error"

# [severity]
# repeated-word = "error"
# romanisation = "off"

# Where usage is divided: for the first write the second.
# [house-style]
# Kiev = "Kyiv"

# [per-path."news/sport/*"]
# ignore = ["phrases"]
"""
GLOSSARY = """\
# Names as we write them. `reviewer` recognises garbled spellings by comparison: list right forms
# only. A fact you cannot vouch for stays out.

[glossary]
title = "Our names"
language = "en"

# [[term]]
# term = "Artsrun Hovhannisyan"
# kind = "person"    # place organization event work demonym acronym other
# native = { hy = "Արծրուն Հովհաննիսյան", ru = "Арцрун Ованнисян" }
# admitted = ["Artsrun Hovhannisian"]    # right too
# note = "spokesman of the Armenian Ministry of Defence, 2012-2021"

# [[rule]]
# id = "trilogue"
# code = "wrong-word"    # mistranslation calque untranslated jargon
# words = ["trilogue", "trilogues"]
# replace = ["trilateral talks", "three-way talks"]
# unless = ["European Parliament"]    # its own trilogues are right
# within = "paragraph"
# bad = ["Moscow hosted trilogues with Armenia and Azerbaijan."]
# good = ["The European Parliament closed the trilogue on the budget."]
"""
# Two branches that both grew the log are merged by keeping the lines of both.
ATTRIBUTES = ".reviewer/*.jsonl text eol=lf merge=union\n"
GITHUB = f"""\
name: reviewer
on: [push, pull_request]
permissions:
  contents: read
  security-events: write # to show the findings under Security and in pull requests
jobs:
  reviewer:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: pip install mt-reviewer=={__version__}
      - run: reviewer check -o github:- -o sarif:reviewer.sarif
      - uses: github/codeql-action/upload-sarif@v3
        if: ${{{{ !cancelled() && hashFiles('reviewer.sarif') != '' }}}}
        with:
          sarif_file: reviewer.sarif
"""
GITLAB = f"""\
reviewer:
  image: python:3.13-slim
  script:
    - pip install mt-reviewer=={__version__}
    - reviewer check -o text:- -o gitlab:reviewer.json -o junit:reviewer.xml
  artifacts:
    when: always
    reports:
      codequality: reviewer.json
      junit: reviewer.xml
"""
_CI = {"github": (".github/workflows/reviewer.yml", GITHUB), "gitlab": (".gitlab-ci.yml", GITLAB)}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer init``."""
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(), help="the project (default: .)"
    )
    parser.add_argument("--ci", choices=tuple(_CI), help="a job for this platform too")


def run(args: argparse.Namespace) -> int:
    """Write what is missing and say what was done."""
    folder: Path = args.folder
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; create it first")
    root, configured = find_root(folder)
    if configured and root == folder.absolute():
        _say(f"{folder / configured.name}: is configured; left alone")
    else:
        _write(folder / "reviewer.toml", CONFIGURATION)
    _write(folder / "names.toml", GLOSSARY)
    _attributes(folder / ".gitattributes")
    if args.ci is None:
        _say("for a CI job: reviewer init --ci github, or --ci gitlab")
        return 0
    name, job = _CI[args.ci]
    if not _write(folder / name, job):
        _say(f"it may take up this job:\n\n{job}")
    return 0


def _write(path: Path, content: str) -> bool:
    """Write a new file; False where there is one."""
    if path.exists():
        _say(f"{path}: exists; left alone")
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{path.parent}: cannot be created: {error.strerror}") from None
    write_text(path, content, "file")
    _say(f"{path}: written")
    return True


def _attributes(path: Path) -> None:
    """Add the log's line to what git's attributes say already."""
    pattern = ATTRIBUTES.split(maxsplit=1)[0]
    old = path.read_text(encoding="utf-8", errors="surrogateescape") if path.exists() else ""
    if any(line.split()[:1] == [pattern] for line in old.splitlines()):
        _say(f"{path}: names {pattern}; left alone")
        return
    if not path.exists():
        _write(path, ATTRIBUTES)
        return
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(("" if old.endswith("\n") or not old else "\n") + ATTRIBUTES)
    _say(f"{path}: a line added")


def _say(message: str) -> None:
    sys.stdout.write("".join(f"{visible(line)}\n" for line in message.split("\n")))
