import json
import os
import shutil
import subprocess
import sys
import tomllib

import pytest

from reviewer.glossary import exchange

PACK = """# Ours
[glossary]
title = "Ours"

[[term]]
term = "Artsrun Hovhannisyan"
kind = "person"
native = { hy = "Արծրուն Հովհաննիսյան" }  # checked
admitted = ["Artsrun Hovhannisian"]
source = "editorial"

[[term]]
term = "Artur Hovhannisyan"
kind = "person"
status = "proposed"
source = "editorial"

[[term]]
term = "Gyumri"
kind = "place"
native = { hy = "Գյումրի" }
source = "wikidata:Q1"

[[rule]]
id = "social-network"
code = "calque"
words = ["told social network"]
"""


@pytest.fixture
def pack(project):
    path = project / "ours.toml"
    path.write_text(PACK, encoding="utf-8")
    (project / "reviewer.toml").write_text('packs = []\nglossaries = ["ours.toml"]\n')
    return path


@pytest.fixture
def glossary(cli, pack):
    return lambda *arguments, **more: cli("glossary", *arguments, **more)


def test_list(glossary):
    assert glossary("list").stdout.splitlines() == [
        "Artsrun Hovhannisyan  person  approved  Արծրուն Հովհաննիսյան  ours.toml:5",
        "Gyumri                place   approved  Գյումրի               ours.toml:18",
        "Artur Hovhannisyan    person  proposed                        ours.toml:12",
    ]
    assert [
        line.split()[0] for line in glossary("list", "--kind", "place").stdout.splitlines()
    ] == ["Gyumri"]
    assert glossary("list", "--text", "artur", "--status", "approved").stdout == ""
    listed = json.loads(glossary("list", "--json", "--text", "ԱՐԾ").stdout)
    assert [(entry["term"], entry["line"]) for entry in listed] == [("Artsrun Hovhannisyan", 5)]
    assert json.loads(glossary("list", "--json", "--text", "zzz").stdout) == []
    assert glossary("list", "--rules").stdout.split()[0] == "social-network"


def test_show_tells_fields_spellings_and_neighbours(glossary):
    shown = glossary("show", "artsrun hovhannisian").stdout
    assert "native: hy: Արծրուն Հովհաննիսյան\n" in shown
    assert "romanisations of Արծրուն Հովհաննիսյան: Artsrun Hovhannisyan" in shown
    assert "Arcrun Hovhannisyan" in shown
    assert "error: garbled" in shown
    assert "could be confused with:\n  Artur Hovhannisyan" in shown
    data = json.loads(glossary("show", "Artsrun Hovhannisyan", "--json").stdout)[0]
    assert data["admitted"] == ["Artsrun Hovhannisian"]
    caught = {one["spelling"]: one["kind"] for one in data["caught"]}
    assert caught["Arcrun Hovhannisyan"] == "garbled"
    assert data["neighbours"][0]["term"] == "Artur Hovhannisyan"


def test_show_of_a_term_nobody_has_names_the_nearest(glossary):
    done = glossary("show", "Artsrun Hovanisian")
    assert done.returncode == 2
    assert "did you mean 'Artsrun Hovhannisyan'" in done.stderr


def test_stats(glossary):
    counts = json.loads(glossary("stats", "--json").stdout)["total"]
    assert counts["terms"] == 3
    assert counts["kinds"] == {"person": 2, "place": 1}
    assert counts["sources"] == {"editorial": 2, "wikidata": 1}
    assert "native forms: hy 2" in glossary("stats").stdout


def test_diff(glossary, pack):
    other = pack.with_name("other.toml")
    changed = PACK.replace('"Artsrun Hovhannisian"', '"Artsrun H."').replace("Gyumri", "Giumri")
    other.write_text(changed, encoding="utf-8")
    done = glossary("diff", "ours.toml", "other.toml")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "~ Artsrun Hovhannisyan",
        "    admitted - Artsrun Hovhannisian",
        "    admitted + Artsrun H.",
        "- Gyumri",
        "+ Giumri",
        "1 added, 1 removed, 1 changed",
    ]
    assert glossary("diff", "ours.toml", "ours.toml").returncode == 0


def test_add_edit_remove_change_their_lines_only(glossary, pack):
    done = glossary(
        "add", "Anna Bagratuni", "--kind", "person", "--native", "hy=Աննա", "--source", "editorial"
    )
    assert (done.returncode, done.stdout) == (0, "ours.toml: added Anna Bagratuni\n"), done.stderr
    added = pack.read_text(encoding="utf-8")
    assert added == PACK.replace(
        "\n\n[[rule]]",
        '\n\n[[term]]\nterm = "Anna Bagratuni"\nkind = "person"\nnative = { hy = "Աննա" }\n'
        'status = "approved"\nsource = "editorial"\n\n[[rule]]',
    )
    glossary("edit", "Artsrun Hovhannisyan", "--native", "ru=Арцрун", "--note", "spokesman")
    edited = pack.read_text(encoding="utf-8")
    assert edited == added.replace(
        'Հովհաննիսյան" }  # checked', 'Հովհաննիսյան", ru = "Арцрун" }  # checked'
    ).replace('Hovhannisian"]\n', 'Hovhannisian"]\nnote = "spokesman"\n')
    glossary("edit", "Artsrun Hovhannisyan", "--drop", "Арцрун", "--clear", "note")
    glossary("remove", "Anna Bagratuni")
    assert pack.read_text(encoding="utf-8") == PACK


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["add", "Gyumri"], "ours.toml:18: 'Gyumri' is there already"),
        (["add"], "give the TERM"),
        (["add", "X", "--native", "Աննա"], "write LANG=FORM"),
        (["add", "X", "--glossary", "names.csv"], "glossary import names.csv -o names.toml"),
        (["edit", "Gyumri"], "nothing to change"),
        (["edit", "Gyumri", "--drop", "X"], "has no such form"),
        (["remove", "Nowhere"], "no entry 'Nowhere'"),
    ],
)
def test_refused_changes_leave_the_file(glossary, pack, arguments, problem):
    done = glossary(*arguments)
    assert done.returncode == 2
    assert problem in done.stderr
    assert pack.read_text(encoding="utf-8") == PACK


def test_add_makes_a_new_glossary(glossary, project):
    assert glossary("add", "Anna", "--glossary", "new.toml").returncode == 0
    assert (project / "new.toml").read_text() == (
        '[glossary]\ntitle = "New"\n\n[[term]]\nterm = "Anna"\nkind = "other"\n'
        'status = "approved"\n'
    )


def test_hostile_names_do_not_reach_the_terminal(glossary):
    glossary("add", "Evil\u202eName", "--note", "\x1b[31mred")
    listed = glossary("show", "Evil\u202eName").stdout
    assert "Evil<U+202E>Name" in listed
    assert "\x1b" not in listed


def test_lint_exit_status_and_formats(glossary, pack):
    done = glossary("lint", "ours.toml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ours.toml:25:7: info no-examples: 'social-network' has no bad example" in done.stdout
    assert glossary("lint", "ours.toml", "--fail-level", "info").returncode == 1
    pack.write_text(PACK.replace('"Artsrun Hovhannisian"', '"Gyumri"'), encoding="utf-8")
    done = glossary("lint", "--output-format", "json", "--fail-level", "warning")
    assert done.returncode == 1
    first = json.loads(done.stdout)["findings"][0]
    assert (first["code"], first["line"], first["column"]) == ("admitted-elsewhere", 9, 14)
    assert glossary("lint", "--fail-level", "warning", "--exit-zero").returncode == 0
    assert (
        glossary("lint", "--ignore", "admitted-elsewhere", "--fail-level", "warning").returncode
        == 0
    )
    sarif = json.loads(glossary("lint", "--output-format", "sarif").stdout)["runs"][0]
    rules = {rule["id"]: rule for rule in sarif["tool"]["driver"]["rules"]}
    (rule,) = (rule for name, rule in rules.items() if name.endswith("admitted-elsewhere"))
    assert "another entry prefers" in rule["shortDescription"]["text"]
    assert glossary("lint", "missing.toml").returncode == 2


def test_fmt(glossary, pack):
    assert glossary("fmt", "--check").returncode == 0
    messy = PACK.replace('term = "Gyumri"\nkind = "place"', "kind = 'place'\nterm='Gyumri'")
    pack.write_text(messy, encoding="utf-8")
    done = glossary("fmt", "--check")
    assert (done.returncode, done.stdout) == (1, "ours.toml: would be formatted\n")
    assert '+term = "Gyumri"\n' in glossary("fmt", "--diff").stdout
    assert pack.read_text(encoding="utf-8") == messy
    assert glossary("fmt").stdout == "ours.toml: formatted\n"
    assert pack.read_text(encoding="utf-8") == PACK


def git(project, *arguments):
    identity = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    return subprocess.run(
        ["git", *identity, *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_merge_driver_in_a_repository(project, pack):
    shutil.rmtree(project / ".git")
    git(project, "init", "-q", "-b", "main")
    driver = f'"{sys.executable}" -m reviewer glossary merge %O %A %B --name %P'
    git(project, "config", "merge.glossary.driver", driver)
    (project / ".gitattributes").write_text("*.toml merge=glossary\n")

    def commit(text, branch, start):
        git(project, "checkout", "-q", "-B", branch, *start)
        pack.write_text(text, encoding="utf-8")
        git(project, "add", "-A")
        git(project, "commit", "-q", "-m", branch)

    commit(PACK, "main", [])
    anna = '[[term]]\nterm = "Anna"\nkind = "person"\nsource = "editorial"\n\n[[rule]]'
    ours = PACK.replace("[[rule]]", anna).replace('"wikidata:Q1"', '"wikidata:Q2"')
    theirs = PACK.replace("[[rule]]", anna.replace("Anna", "Boris"))
    commit(ours, "ours", ["main"])
    commit(theirs, "theirs", ["main"])
    commit(PACK.replace('"wikidata:Q1"', '"wikidata:Q3"'), "disputed", ["main"])

    git(project, "checkout", "-q", "ours")
    done = git(project, "merge", "-q", "-m", "merge", "theirs")
    assert done.returncode == 0, done.stdout + done.stderr
    terms = [term["term"] for term in tomllib.loads(pack.read_text(encoding="utf-8"))["term"]]
    assert terms[3:] in (["Anna", "Boris"], ["Boris", "Anna"])

    done = git(project, "merge", "-q", "-m", "merge", "disputed")
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert "ours.toml: conflict in term 'Gyumri': both sides changed source" in told
    assert "UU ours.toml" in git(project, "status", "--porcelain").stdout
    text = pack.read_text(encoding="utf-8")
    assert '<<<<<<< ours\n[[term]]\nterm = "Gyumri"' in text
    assert "wikidata:Q2" in text
    assert "wikidata:Q3" in text


def test_import_and_export(glossary, project):
    done = glossary("export", "ours.toml", "-o", "out.tbx")
    assert done.returncode == 0
    assert "not carried over: phrase rules: 1 (social-network)" in done.stderr
    assert "proposed terms, left out (--proposed takes them): 1 (Artur" in done.stderr
    done = glossary("import", "out.tbx", "-o", "back.toml")
    assert done.stdout == "back.toml: 2 terms from tbx; next: glossary lint back.toml\n"
    assert glossary("diff", "ours.toml", "back.toml").stdout.splitlines() == [
        "- Artur Hovhannisyan",
        "- rule social-network",
        "0 added, 2 removed, 0 changed",
    ]
    assert glossary("import", "out.tbx", "-o", "back.toml").returncode == 2
    assert glossary("import", "out.tbx", "-o", "back.toml", "--force").returncode == 0
    glossary("export", "ours.toml", "-o", "out.csv", "--bom")
    assert (project / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfterm,")
    assert glossary("list", "out.csv").stdout.count("\n") == 3
    assert glossary("export", "ours.toml", "--to", "deepl", "-o", "-").returncode == 2
    done = glossary("export", "ours.toml", "--to", "deepl", "--lang", "hy", "-o", "-")
    assert done.stdout == "Արծրուն Հովհաննիսյան,Artsrun Hovhannisyan\nԳյումրի,Gyumri\n"


def test_formats_are_listed_with_what_they_hold(glossary):
    lines = glossary("export", "--list-formats").stdout.splitlines()
    assert lines[0].split() == ["format", *exchange.FIELDS]
    assert [line.split()[0] for line in lines[1:]] == list(exchange.formats())
    told = {line.split()[0]: line.split()[1:] for line in lines[1:]}
    assert set(told["toml"]) == {"yes"}
    assert told["deepl"] == ["yes" if f in ("term", "native") else "-" for f in exchange.FIELDS]
    assert glossary("import", "--list-formats").stdout.splitlines() == lines


def test_harvest(glossary, project, pack):
    text = "Mayor Levan Beridze spoke in Gyumri. Then Levan Beridze left. Levan Beridze slept.\n"
    (project / "a.txt").write_text(text)
    done = glossary("harvest")
    assert done.stdout == (
        "Levan Beridze\n1 new candidates, 1 wait in .reviewer/candidates.toml\n"
    ), done.stderr
    assert glossary("harvest", "--list").stdout.split()[:2] == ["Levan", "Beridze"]
    assert glossary("list", "--text", "Beridze").stdout == ""
    assert glossary("harvest", "--accept", "Levan Beridze").stdout == (
        "ours.toml: added Levan Beridze\n"
    )
    assert "approved" in glossary("list", "--text", "Beridze").stdout
    (project / "a.txt").write_text(text.replace("Levan Beridze", "Aigul Nurlanova"))
    assert glossary("harvest").stdout.startswith("Aigul Nurlanova\n1 new")
    assert glossary("harvest", "--refuse", "Aigul Nurlanova").returncode == 0
    assert glossary("harvest").stdout.startswith("0 new candidates, 0 wait")
    assert glossary("harvest", "missing.txt").returncode == 2


def test_two_people_at_once_lose_nothing(project, pack):
    names = [f"Name {letter}" for letter in "ABCDE"]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "reviewer", "glossary", "add", name, "--glossary", "ours.toml"],
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for name in names
    ]
    told = [(process.communicate(), process.returncode) for process in running]
    terms = [term["term"] for term in tomllib.loads(pack.read_text(encoding="utf-8"))["term"]]
    for name, ((_, errors), status) in zip(names, told, strict=True):
        assert (name in terms) == (status == 0)
        assert status == 0 or "somebody else changed it meanwhile" in errors
    assert set(terms) >= {"Artsrun Hovhannisyan", "Artur Hovhannisyan", "Gyumri"}


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_add_asks_on_a_terminal(project, pack):
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reviewer", "glossary", "add", "--glossary", "ours.toml"],
        cwd=project,
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    answers = ["Levan Beridze", "human", "person", "ka=ლევან ბერიძე", "", "", "mayor", ""]
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    _, errors = process.communicate(timeout=30)
    os.close(ours)
    os.close(theirs)
    assert (process.returncode, errors) == (0, b"")
    added = tomllib.loads(pack.read_text(encoding="utf-8"))["term"][-1]
    assert added == {
        "term": "Levan Beridze",
        "kind": "person",
        "native": {"ka": "ლევან ბერიძე"},
        "status": "approved",
        "note": "mayor",
        "source": "editorial",
    }
