"""The way through the program: every format is found, checked, corrected and left whole."""

import json
import subprocess
import sys

import pytest

GLOSSARY = """
[[term]]
term = "Artsrun Hovhannisyan"
deprecated = ["Arcruns Ovannisyan"]
"""
FILES = {
    "a.html": "<p>Said <b>Arcruns</b>\n  Ovannisyan &amp; sons</p>\n",
    "a.md": "> Said **Arcruns**\n> Ovannisyan & sons\n",
    "a.po": 'msgid "s"\nmsgstr "Said Arcruns "\n"Ovannisyan & sons"\n',
    "a.srt": "1\n00:00:01,000 --> 00:00:02,000\nSaid Arcruns\nOvannisyan & sons.\n",
    "a.tmx": '<tmx><header srclang="lv"/><body><tu><tuv xml:lang="lv"><seg>s</seg></tuv><tuv'
    ' xml:lang="en"><seg>Said <hi>Arcruns</hi> Ovannisyan &amp; sons</seg></tuv></tu></body></tmx>',
    "a.xlf": '<xliff><file target-language="en"><body><trans-unit><source>s</source><target>Said'
    ' <g id="1">Arcruns</g> Ovannisyan &amp; sons</target></trans-unit></body></file></xliff>',
    "table": "one\ttwo\ns\tSaid Arcruns Ovannisyan & sons\n",
}
OPTIONS = {"table": ("--input-format", "tsv", "--columns", "target=two,source=one")}


@pytest.mark.parametrize("name", FILES)
def test_check_and_fix(cli, project, name):
    (project / "names.toml").write_text(GLOSSARY)
    path = project / name
    path.write_bytes(FILES[name].encode())
    options = (
        "--isolated",
        "--glossary",
        "names.toml",
        "--select",
        "names",
        *OPTIONS.get(name, ()),
    )
    done = cli("check", name, *options, "--output-format", "json")
    (finding,) = json.loads(done.stdout)["findings"]
    assert (done.returncode, finding["text"]) == (1, "Arcruns Ovannisyan")
    line = FILES[name].splitlines()[finding["line"] - 1]
    assert line[finding["column"] - 1 :].startswith("Arcruns")
    assert cli("check", name, *options, "--fix").returncode == 0
    fixed = FILES[name].replace("Arcruns", "Artsrun").replace("Ovan", "Hovhan")
    assert path.read_bytes().decode() == fixed


def test_a_walk_passes_tables_and_says_what_it_does_not_check(cli, project):
    (project / "data.csv").write_text("x,y\n1,2\n")
    (project / "de.po").write_text('msgid ""\nmsgstr "Language: de\\n"\n')
    (project / "a.html").write_text("<p>Nothing</p>")
    done = cli("check", ".", "--isolated", "--select", "names")
    assert done.returncode == 0
    assert "de.po: its language is 'de'; only English is checked" in done.stderr
    assert "csv" not in done.stderr
    done = cli("check", "data.csv", "--isolated", "--select", "names")
    assert done.returncode == 2
    assert "--columns target=COLUMN" in done.stderr


def test_a_source_beside_a_page(cli, project):
    page = "<html><head><title>Storm</title></head><body><p>It took <b>{}</b> {}.</p></body></html>"
    (project / "storm.html").write_text(page.format("120", "houses"))
    (project / "storm.src.lv.html").write_text(page.format("210", "mājas"), encoding="utf-8")
    done = cli("check", ".", "--output-format", "json", "--select", "numbers", "--isolated")
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["path"], finding["text"], finding["column"]) == ("storm.html", "120", 60)


def test_plain_text_loads_no_other_format(project):
    (project / "a.txt").write_text("Nothing.")
    code = (
        "import sys; from reviewer.cli import run; run(['check', 'a.txt', '--isolated', '--no-cache'])\n"
        "print([m for m in sys.modules if m.startswith('reviewer.formats.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = ["reviewer.formats._read", "reviewer.formats.plain"]
    assert done.stdout.splitlines()[-1] == str(loaded)
