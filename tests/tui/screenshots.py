"""Pictures of the app for the README: ``python -m tests.tui.screenshots [FOLDER]``.

The seed article, a page and a bilingual file are reviewed in a temporary folder; nothing of it stays.
"""

import asyncio
import os
import shutil
import sys
import tempfile
from pathlib import Path

from reviewer.decisions import record
from reviewer.engine.project import projects
from reviewer.tui.app import ReviewerApp
from reviewer.tui.lookup import Lookup
from reviewer.tui.screens.candidates import CandidatesScreen
from reviewer.tui.screens.glossary import GlossaryScreen
from reviewer.tui.session import Session
from reviewer.tui.source import Source

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "nagorno-karabakh-2020.txt"
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Heavy fighting in Karabakh</title></head>
<body><h1>Heavy fighting in Karabakh</h1>
<p>Heavy fighting is currently taking place on the southern front of the Nagorno-Karabakh conflict
zone, <b>Arcruns</b> <a href="/x">Ovannisyan</a>, a spokesman for the Armenian Ministry of Defense,
said on&nbsp;Thursday.</p>
<p>Moscow hosted <em>trilogues</em> with Armenia &amp; Azerbaijan.
<img src="a.jpg" alt="Arcruns Ovannisyan in Yerevan"></p></body></html>
"""
BILINGUAL = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="news" source-language="lv" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>Dienvidos notiek smagas kaujas, sacīja <g id="1">Arcruns</g> Ovannisjans.</source>
<target>Heavy fighting is taking place in the south, said <g id="1">Arcruns</g> Ovannisyan.</target></trans-unit>
<trans-unit id="2"><source>Gāja bojā 120 cilvēki.</source><target>It killed 210 people.</target></trans-unit>
</body></file></xliff>
"""
TALKS = """\
The talks in Moscow were led by Arcruns Ovannisyan, a spokesman for the ministry. He arrived on Friday.
He said that the trilogues would go on until Saturday.
Nobody expects a result before the weekend.
"""
TALKS_SOURCE = """\
Sarunas Maskavā vadīja ministrijas preses sekretārs Arcruns Ovannisjans. Viņš ieradās piektdien.
Viņš sacīja, ka trīspusējās sarunas turpināsies līdz sestdienai.
Neviens negaida rezultātu pirms nedēļas nogales.
"""
FILES = {
    "page": ("news.html", PAGE),
    "bilingual": ("news.xlf", BILINGUAL),
    "source": ("talks.txt", TALKS),
    "": ("talks.src.lv.txt", TALKS_SOURCE),
}
WIDE, NARROW = (120, 36), (80, 24)
SHOTS = {
    "article": (WIDE, ()),
    "narrow": (NARROW, ()),
    "source": (WIDE, ()),
    "approve-all": (WIDE, ("A",)),
    "changes": (WIDE, ("a", "a", "a", "d")),
    "decisions": (WIDE, ("a", "x", "h")),
    "glossary": (WIDE, ("g", *"hovh")),
    "new-names": (WIDE, ("e", "ctrl+u", *"Zoltan Kadlubek", "enter", "w")),
    "articles": (WIDE, ("a", "x", "o")),
    "light": (WIDE, ("a",)),
    "page": (WIDE, ()),
    "bilingual": (WIDE, ()),
}


async def picture(name, size, keys, folder):
    """One screen after some keys, saved as SVG."""
    source = Source(projects(lambda settings: settings, None, lambda _note: None))
    path = Path(FILES[name][0] if name in FILES else SEED.name)
    project = source.project(path)
    shutil.rmtree(project.log.folder, ignore_errors=True)
    session = Session(project.log, source.write)
    paths = [path, Path("talks.txt")] if name == "articles" else [path]
    for one in (one for each in paths for one in source.load(each)):
        session.add(one.document, one.findings, one.sha256, one.key)
    app = ReviewerApp(session, Lookup(project.glossary), source)
    async with app.run_test(size=size) as pilot:
        if name == "light":
            app.theme = "reviewer-light"
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            if isinstance(app.screen, GlossaryScreen | CandidatesScreen):
                await app.workers.wait_for_complete()
        await pilot.pause(0.4)
        app.save_screenshot(f"{name}.svg", str(folder))


def main():
    """Make every picture."""
    record.editor = lambda: "Anna"  # whoever makes them
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".github" / "screenshots").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        shutil.copy(SEED, temporary)
        for path, text in FILES.values():
            (Path(temporary) / path).write_text(text, encoding="utf-8")
        (Path(temporary) / ".git").mkdir()
        os.chdir(temporary)
        for name, (size, keys) in SHOTS.items():
            asyncio.run(picture(name, size, keys, folder))
        os.chdir(ROOT)


if __name__ == "__main__":
    main()
