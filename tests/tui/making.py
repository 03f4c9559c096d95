"""Sessions made by hand: findings by a table of wrong spellings, a log and a file in memory."""

import re

from reviewer.errors import DecisionsError, FixError
from reviewer.glossary.model import Glossary, Rule, Term
from reviewer.model import Document, Finding, fingerprint
from reviewer.text import context, fold
from reviewer.tui.lookup import Lookup
from reviewer.tui.session import Session

WRONG = {
    "Arcruns Ovannisyan": ("Artsrun Hovhannisyan", "Artsrun Hovhannisian"),
    "Sargsjan": ("Sargsyan",),
    "trilogues": ("trilateral talks", "three-way talks"),
    "Ovannisyan": ("Hovhannisyan",),
}
SEVERITY = {"trilogues": "warning", "Sargsjan": "info"}
TEXT = (
    "In the morning Arcruns Ovannisyan spoke to reporters in the capital.\n"
    "He said that trilogues in Moscow would go on until the weekend.\n"
    "\n"
    "Later Sargsjan left the building, and nobody saw Sargsjan again that night.\n"
)


def findings(text, wrong=WRONG, path="a.txt"):
    """One finding per wrong spelling, the longest where two begin together."""
    found = []
    for word, suggestions in wrong.items():
        for match in re.finditer(re.escape(word), text):
            start, end = match.span()
            if any(f.start < end and start < f.end for f in found):
                continue
            found.append(
                Finding(
                    path=path,
                    start=start,
                    end=end,
                    text=word,
                    check="phrases" if word == "trilogues" else "names",
                    code="wrong",
                    severity=SEVERITY.get(word, "error"),
                    confidence=0.9,
                    message=f"not {word}",
                    suggestions=suggestions,
                    explanation=("ts→c Latvian spelling",),
                    term="hovhannisyan" if "Ovan" in word else None,
                    fingerprint=fingerprint("names", fold(word)),
                    context=context(text, start, end),
                )
            )
    return sorted(found, key=lambda finding: finding.start)


class MemoryLog:
    """A log that can be told to fail."""

    def __init__(self, decisions=()):
        self.decisions = list(decisions)
        self.broken = False

    def append(self, *decisions):
        if self.broken:
            raise DecisionsError("decisions.jsonl: no space left; free some space")
        self.decisions += decisions

    def read(self):
        return list(self.decisions)


class MemoryFiles:
    """Files by path; writing one checks that nobody else did."""

    def __init__(self, **texts):
        self.texts = {f"{name}.txt": text for name, text in texts.items()}

    def sha256(self, path):
        return f"hash of {self.texts[path]}"

    def __call__(self, path, edits, expected):
        if path not in self.texts or self.sha256(path) != expected:
            raise FixError(f"{path}: changed on disk; nothing was overwritten")
        [(document, wanted)] = edits
        text = document.text
        assert text == self.texts[path]
        for edit in sorted(wanted, key=lambda edit: -edit.start):
            text = text[: edit.start] + edit.replacement + text[edit.end :]
        self.texts[path] = text
        return [Document.plain(text, path)], self.sha256(path)


def opened(files, log, **options):
    """A session on all files with their findings, as a start of the program makes it."""
    session = Session(log, files, **options)
    for path, text in files.texts.items():
        session.add(Document.plain(text, path), findings(text, path=path), files.sha256(path))
    return session


def made(text=TEXT, **options):
    """A session on one article."""
    return opened(MemoryFiles(a=text), MemoryLog(), **options)


GLOSSARY = Glossary(
    [
        Term("Artsakh", "artsakh", "place"),
        Term(
            "Artsrun Hovhannisyan",
            "hovhannisyan",
            "person",
            {"hy": ("Արծրուն Հովհաննիսյան",)},
            ("Artsrun Hovhannisian",),
            note="spokesman [of] the ministry",
            source="editorial",
        ),
        Term("Askeran", "askeran", "place"),
    ],
    (Rule("trilogue", "wrong-word", ("trilogues",), replace=("trilateral talks",)),),
)
LOOKUP = Lookup(GLOSSARY)
