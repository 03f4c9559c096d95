"""Projects with articles, sources and decisions, as review leaves them."""

import json
from pathlib import Path

from reviewer.engine.project import projects
from reviewer.quality.articles import read
from reviewer.tui.session import Session
from reviewer.tui.source import Source

NAMES = """\
[[term]]
term = "Artsrun Hovhannisyan"
kind = "person"
native = { hy = "Արծրուն Հովհաննիսյան", ru = "Арцрун Ованнисян" }
admitted = ["Artsrun Hovhannisian"]
deprecated = ["Artsrun Ovanesian"]

[[term]]
term = "Ilham Aliyev"
kind = "person"
native = { ru = "Ильхам Алиев" }

[[term]]
term = "Yerevan"
kind = "place"
native = { ru = "Ереван" }

[[rule]]
id = "trilogue"
code = "wrong-word"
words = ["trilogues"]
replace = ["three-way talks"]
severity = "error"
bad = ["They held trilogues."]
"""
ARTICLE = (
    "Heavy fighting goes on, Arcruns Ovannisyan said on Thursday in Yerevan.\n"
    "\n"
    "Trilogues were not needed, and trilogues were not held, Ilham Aliyev said.\n"
)
SOURCE = (
    "Идут тяжёлые бои, сказал в четверг в Ереване Арцрун Ованнисян.\n"
    "\n"
    "Трёхсторонние переговоры не нужны и не велись, сказал Ильхам Алиев.\n"
)


def project(folder: Path, **articles: str) -> Path:
    """A project with a glossary of its own and these articles, without their suffix."""
    (folder / ".git").mkdir(exist_ok=True)
    (folder / "names.toml").write_text(NAMES, encoding="utf-8")
    (folder / "reviewer.toml").write_text('packs = []\nglossaries = ["names.toml"]\n')
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def records(path: Path, *rows: dict) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def opened(*files: str):
    """A session on the files of the working folder, and the project they belong to."""
    project_of = projects(lambda settings: settings, None, print)
    source = Source(project_of)
    session = Session(project_of(Path(files[0])).log, source.write)
    for file in files:
        for one in source.load(Path(file)):
            session.add(one.document, one.findings, one.sha256, one.key)
    return session


def articles(*files: str, **options):
    """The articles of the files of the working folder, and what was said of them."""
    said: list[str] = []
    project_of = projects(lambda settings: settings, None, said.append)
    return read([Path(file) for file in files], project_of, said.append, **options), said


def decide(session, text, act):
    """Go to the first open finding on ``text`` and decide it."""
    article = session.article
    place = next(
        n for n, item in enumerate(article.items) if item.finding.text == text and item.waiting
    )
    session.go(place)
    act(session)
