"""The one list of findings that every format's tests render: each severity, place and nasty character."""

from dataclasses import dataclass

from reviewer.model import Finding, Place, Severity, fingerprint
from reviewer.reporters._report import Report
from reviewer.text import LineIndex, fold

# What terminals, logs, browsers and parsers act upon: ANSI, bidi, zero-width, tags, workflow commands,
# their escapes, markup, links, what XML 1.0 forbids, line separators, a lone surrogate.
NASTY = (
    "\x1b[31mred\x1b[0m \u202egnihtemos\u202c \u200bzero \U000e0041tag \r\n::error::cr ##[add-mask]it"
    " ##vso[task.complete] %0A%25 <script>&amp;\"']]> [here](https://example.org) \x00\x85\ufffe"
    " line\u2028sep \ud800"
)
NASTY_PATH = "::error file=x::,%0A\n##[warning]\u202e\x1b[2J.txt"
WIRE = '{"id": "a-1", "text": "Talks in Erevan."}\n{"id": "b", "text": "He left Erevan."}\n'
FILES = {
    "articles/plain.txt": (
        "Arcruns Ovannisyan spoke first.\n"
        "The trilogues went on until Arcruns Ovannisyan left.\n"
        "–\n"
        "Ovannisyan & Sons said “no”.\n"
    ),
    "articles/sub dir/über,50%:a.txt": (
        "Café 🙂: the sumit ended.\r\nThey met for the\r\nfirst time again.\r\n"
    ),
    "articles/page.html": "<p><b>Arcruns</b> Ovannisyan left.</p>\n",
    "articles/wire.jsonl": WIRE,
    "/srv/wire/outside.txt": "The trilogues ended.\n",
    NASTY_PATH: f"Before {NASTY} after.\n",
}


def finding(path, raw, check, code, severity, message, suggestions=(), *, text=None, nth=1, **more):
    """A finding on the nth ``raw`` of the file; ``text`` is what a reader reads where it differs."""
    whole, start = FILES[path], -1
    for _ in range(nth):
        start = whole.index(raw, start + 1)
    end, lines = start + len(raw), LineIndex(whole)
    place = Place(
        *lines.line_column(start),
        *lines.line_column(end),
        lines.byte_column(start),
        lines.byte_column(end),
    )
    text = raw if text is None else text
    return Finding(
        path=path,
        start=start,
        end=start + len(text),
        text=text,
        check=check,
        code=code,
        severity=severity,
        confidence=0.97,
        message=message,
        suggestions=suggestions,
        fingerprint=fingerprint(check, fold(text)),
        place=place,
        **more,
    )


ARTSRUN = "Artsrun Hovhannisyan"
GARBLED = f"“Arcruns Ovannisyan” looks like “{ARTSRUN}”"
TRILOGUES = ("phrases", "wrong-word", "warning", "“trilogues” are talks of EU institutions")
_ERROR = ("names", "garbled-name", "error")
FINDINGS = [
    finding(
        "/srv/wire/outside.txt", "trilogues", *TRILOGUES, ("trilateral talks", "three-way talks")
    ),
    finding(
        "articles/page.html",
        "Arcruns</b> Ovannisyan",
        *_ERROR,
        GARBLED,
        (ARTSRUN,),
        text="Arcruns Ovannisyan",
    ),
    finding(
        "articles/plain.txt",
        "Arcruns Ovannisyan",
        *_ERROR,
        GARBLED,
        (ARTSRUN, "Artsrun Ovannisyan", "A. Hovhannisyan"),
        explanation=("c→ts Latvian spelling", "H dropped, as in Russian"),
        term="artsrun-hovhannisyan",
        context="|spoke first. The trilogues",
    ),
    finding(
        "articles/plain.txt", "trilogues", *TRILOGUES, ('"three-way" talks', "trilateral talks")
    ),
    finding("articles/plain.txt", "Arcruns Ovannisyan", *_ERROR, GARBLED, (ARTSRUN,), nth=2),
    finding(
        "articles/plain.txt", "–", "hygiene", "stray-text", "warning", "a line of nothing", ("",)
    ),
    finding(
        "articles/plain.txt",
        "Ovannisyan & Sons",
        *_ERROR,
        "“Ovannisyan & Sons” looks like “Hovhannisyan & Sons”",
        ("Hovhannisyan & Sons",),
    ),
    finding(
        "articles/sub dir/über,50%:a.txt",
        "sumit",
        "phrases",
        "wrong-word",
        "info",
        "“sumit”, 100%: a summit?",
        ("summit",),
    ),
    finding(
        "articles/sub dir/über,50%:a.txt",
        "for the\r\nfirst time again",
        "phrases",
        "calque",
        "warning",
        "two ways to say one thing",
        ("again",),
    ),
    finding(
        "articles/wire.jsonl",
        "Erevan",
        "names",
        "variant",
        "info",
        "“Erevan” is written “Yerevan”",
        ("Yerevan",),
        record="a-1",
    ),
    finding(
        "articles/wire.jsonl",
        "Erevan",
        *_ERROR,
        "“Erevan” is written “Yerevan”",
        ("Yerevan",),
        nth=2,
        record=NASTY,
    ),
    finding(
        NASTY_PATH,
        NASTY,
        "hygiene",
        "invisible-character",
        "warning",
        f"in {NASTY}",
        (NASTY, "something"),
        explanation=(NASTY, "::notice::at the beginning"),
        context=NASTY,
        term=NASTY,
    ),
    Finding(
        "unplaced.txt", 0, 0, "", "engine", "unreadable", "error", 1.0, "not UTF-8; convert it"
    ),
]


@dataclass(frozen=True)
class Meaning:
    severity: Severity
    short: str
    long: str


MEANINGS = {
    ("names", "garbled-name"): Meaning("error", "a garbled name", "A name that went wrong."),
    ("names", "variant"): Meaning("info", "another spelling", "Not the glossary's spelling."),
    ("phrases", "wrong-word"): Meaning("error", "a wrong word", "A word in the wrong sense."),
    ("phrases", "calque"): Meaning("warning", "a calque", "Translated word for word."),
    ("hygiene", "stray-text"): Meaning("warning", "a stray line", "The rest of a paragraph."),
}
REPORT = Report(
    articles=9,
    suppressed=2,
    version="1.2.3",
    meaning=lambda check, code: MEANINGS.get((check, code)),
)


def many(count, severity: Severity = "warning"):
    """``count`` findings alike but for their line."""
    first = next(f for f in FINDINGS if f.path == "articles/plain.txt")
    return [
        first._replace(severity=severity, place=Place(n, 1, n, 19, 1, 19))
        for n in range(1, count + 1)
    ]
