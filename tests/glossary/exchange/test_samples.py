"""Files as other tools write them, made up from each format's specification."""

import json

import pytest

from reviewer.errors import GlossaryError, UsageError
from reviewer.glossary import exchange
from reviewer.glossary.exchange import Losses, Options, detect, read
from reviewer.glossary.store import load

TBX_DCA = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><titleStmt><title>News &amp; names</title></titleStmt>
    <sourceDesc><p>A team</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <descrip type="subjectField">person</descrip>
      <descripGrp><descrip type="definition">A spokesman</descrip><admin type="source">A book</admin></descripGrp>
      <langSec xml:lang="en-GB">
        <termSec><term>Artsrun Hovhannisian</term>
          <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
        <termSec><term>Artsrun Hovhannisyan</term>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <termNote type="partOfSpeech">noun</termNote><note>spokesman</note></termSec>
        <termSec><term>Arcruns Ovannisjans</term>
          <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
      </langSec>
      <langSec xml:lang="hy"><termSec><term>Արծրուն Հովհաննիսյան</term></termSec></langSec>
    </conceptEntry>
    <conceptEntry id="c2"><langSec xml:lang="lv"><termSec><term>Rīga</term></termSec></langSec></conceptEntry>
  </body></text>
</tbx>
"""
TBX_DCT = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
  <text><body><conceptEntry id="c1">
    <min:subjectField>place</min:subjectField><basic:source>wikidata:Q1</basic:source>
    <langSec xml:lang="en"><termSec><term>Kyiv</term>
      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
      <termSec><term>Kieff</term>
      <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
    <langSec xml:lang="uk"><termSec><term>Київ</term></termSec></langSec>
  </conceptEntry></body></text>
</tbx>
"""
TBX_IATE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Default" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>IATE</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="IATE-1">
      <descripGrp><descrip type="subjectField">EUROPEAN UNION</descrip></descripGrp>
      <langSet xml:lang="en">
        <tig><term>European Council</term><termNote type="termType">fullForm</termNote>
          <descrip type="reliabilityCode">9</descrip></tig>
        <ntig><termGrp><term>EUCO</term><termNote type="termType">abbreviation</termNote>
          <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
      </langSet>
      <langSet xml:lang="lv"><ntig><termGrp><term>Eiropadome</term></termGrp></ntig></langSet>
    </termEntry>
  </body></text>
</martif>
"""
MEMOQ = (
    "\ufeffEntry_ID;Entry_Subject;Entry_Note;English_United_Kingdom;Term_Info;Term_Example;"
    "English_United_Kingdom;Term_Info;Term_Example;Russian;Term_Info;Term_Example\n"
    '7;person;"the mayor; since 2020";Oleh Petrenko;CaseInsense;;Oleg Petrenko;Forbidden;;'
    "Олег Петренко;;He came.\n"
)
WEBLATE = """"location","source","target","ID","fuzzy","context","translator_comments","developer_comments"
"","Киев","Kyiv","","False","","the capital",""
"","Гори","Gori","","True","","",""
"""
UTX = (
    "#UTX 1.20; ja-JP/en-US; 2020-05-21; copyright: AAMT; bidirectional\n"
    "#src\ttgt\tsrc:pos\tterm status\tconcept ID\n"
    "東京\tTokyo\tproperNoun\tapproved\tC1\n"
    "東京\tTokio\tproperNoun\tforbidden\tC1\n"
    "大阪\tOsaka\tproperNoun\tprovisional\tC2\n"
    "大阪\tOosaka\tproperNoun\tnon-standard\tC2\n"
)
SPARQL = (
    "item,itemLabel,itemAltLabel,itemDescription,itemLabel_hy,population\n"
    'http://www.wikidata.org/entity/Q1,Gyumri,"Leninakan, Kumayri",city in Armenia,Գյումրի,112000\n'
    'http://www.wikidata.org/entity/Q1,Gyumri,"Leninakan, Kumayri",city in Armenia,Կումայրի,112000\n'
    "http://www.wikidata.org/entity/Q2,Q2,,,,\n"
)
ENTITIES = json.dumps(
    {
        "entities": {
            "Q9": {
                "id": "Q9",
                "labels": {
                    "en": {"language": "en", "value": "Nikol Pashinyan"},
                    "ru": {"language": "ru", "value": "Никол Пашинян"},
                },
                "aliases": {"en": [{"language": "en", "value": "Nikol Pashinian"}]},
                "descriptions": {"en": {"language": "en", "value": "prime minister"}},
                "claims": {
                    "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}],
                    "P1559": [
                        {"mainsnak": {"datavalue": {"value": {"text": "Նիկոլ", "language": "hy"}}}}
                    ],
                },
            },
            "Q8": {"id": "Q8", "labels": [], "aliases": []},
        }
    },
    ensure_ascii=False,
)

SAMPLES = [
    ("tbx", "a.tbx", TBX_DCA, {}, [
        {"term": "Artsrun Hovhannisyan", "kind": "person", "id": "c1", "source": "A book",
         "note": "spokesman", "admitted": ("Artsrun Hovhannisian",),
         "deprecated": ("Arcruns Ovannisjans",), "native": {"hy": ("Արծրուն Հովհաննիսյան",)}},
    ], ["concepts with no term in 'en': 1 (c2)", "definition: 1 (Artsrun Hovhannisyan)",
        "partOfSpeech: 1 (Artsrun Hovhannisyan)"]),
    ("tbx", "a.tbx", TBX_DCT, {}, [
        {"term": "Kyiv", "kind": "place", "deprecated": ("Kieff",), "source": "wikidata:Q1",
         "native": {"uk": ("Київ",)}},
    ], []),
    ("tbx", "iate.xml", TBX_IATE, {}, [
        {"term": "European Council", "id": "IATE-1", "deprecated": ("EUCO",),
         "native": {"lv": ("Eiropadome",)}},
    ], ["termType: 2 (European Council)", "reliabilityCode: 1 (European Council)",
        "subjectField: 1 (European Council)"]),
    ("memoq", "tb.csv", MEMOQ, {}, [
        {"term": "Oleh Petrenko", "kind": "person", "note": "the mayor; since 2020",
         "deprecated": ("Oleg Petrenko",), "native": {"ru": ("Олег Петренко",)}},
    ], ["Term_Example: 1 (Oleh Petrenko)"]),
    ("weblate", "g.csv", WEBLATE, {"native": ("ru",)}, [
        {"term": "Kyiv", "note": "the capital", "native": {"ru": ("Киев",)}},
        {"term": "Gori", "status": "proposed", "native": {"ru": ("Гори",)}},
    ], []),
    ("utx", "g.utx", UTX, {}, [
        {"term": "Tokyo", "id": "C1", "deprecated": ("Tokio",), "native": {"ja-JP": ("東京",)}},
        {"term": "Osaka", "status": "proposed", "admitted": ("Oosaka",), "native": {"ja-JP": ("大阪",)}},
    ], []),
    ("wikidata-csv", "query.csv", SPARQL, {}, [
        {"term": "Gyumri", "source": "wikidata:Q1", "note": "city in Armenia",
         "admitted": ("Leninakan", "Kumayri"), "native": {"hy": ("Գյումրի", "Կումայրի")}},
    ], ["column population: 2 (Gyumri)", "rows without an item or its label: 1 (query.csv:4)"]),
    ("wikidata", "Q9.json", ENTITIES, {}, [
        {"term": "Nikol Pashinyan", "kind": "person", "source": "wikidata:Q9",
         "note": "prime minister", "admitted": ("Nikol Pashinian",),
         "native": {"hy": ("Նիկոլ",), "ru": ("Никол Пашинян",)}},
    ], ["entities without a label in 'en': 1 (Q8)"]),
    ("deepl", "g.tsv", "Киев\tKyiv\nКиёв\tKyiv\n", {"native": ("ru",)}, [
        {"term": "Kyiv", "native": {"ru": ("Киев", "Киёв")}},
    ], []),
    ("deepl", "g.csv", 'Rīga,"Riga, Latvia",LV,EN\n', {}, [
        {"term": "Riga, Latvia", "native": {"lv": ("Rīga",)}},
    ], []),
    ("google", "g.csv", "en,ru,pos,description\nKyiv,Киев,noun,capital\n,Рига,,\n", {}, [
        {"term": "Kyiv", "native": {"ru": ("Киев",)}, "note": "capital"},
    ], ["pos: 1 (Kyiv)", "rows without a term in 'en': 1 (g.csv:3)"]),
    ("omegat", "g.txt", "# ours\nРига\tRiga\tcapital\nКиев\tKyiv\n", {"native": ("ru",)}, [
        {"term": "Riga", "note": "capital", "native": {"ru": ("Рига",)}},
        {"term": "Kyiv", "native": {"ru": ("Киев",)}},
    ], []),
    ("csv", "g.csv", "term;kind;native_ru\nKyiv;place;Киев|Киёв\n", {}, [
        {"term": "Kyiv", "kind": "place", "native": {"ru": ("Киев", "Киёв")}},
    ], []),
    ("csv", "g.csv", "term\nKyiv\n", {}, [{"term": "Kyiv"}], []),
    ("toml", "g.toml", '[[term]]\nterm = "Kyiv"\n', {}, [{"term": "Kyiv"}], []),
]  # fmt: skip


@pytest.mark.parametrize(("format", "file", "text", "options", "wanted", "lost"), SAMPLES)
def test_sample(tmp_path, format, file, text, options, wanted, lost):
    path, data = tmp_path / file, text.encode()
    assert detect(data, path) == format
    losses = Losses()
    _, terms = read(data, format, file, losses, Options(**options))
    terms = list(terms)
    for term, fields in zip(terms, wanted, strict=True):
        assert {key: getattr(term, key) for key in fields} == fields
        assert term.origin[1] >= 1
    assert losses.lines() == lost


def test_titles_and_a_tbx_file_as_a_glossary(tmp_path):
    path = tmp_path / "names.tbx"
    path.write_text(TBX_DCA, encoding="utf-8")
    notes = []
    glossary = load([path], note=notes.append)
    assert glossary.title == "News & names"
    assert [term.term for term in glossary] == ["Artsrun Hovhannisyan"]
    assert glossary.terms[0].origin == (str(path), 6)
    assert any("not carried over: partOfSpeech: 1" in note for note in notes)


def test_wrong_languages_are_asked_for(tmp_path):
    with pytest.raises(UsageError, match="say --lang CODE"):
        list(read(b"a\tb\n", "omegat", "g.txt", Losses(), Options())[1])
    with pytest.raises(GlossaryError, match="which format is it"):
        detect(b"just some words\n", tmp_path / "notes.txt")
    with pytest.raises(UsageError, match="unknown format 'tbz'; did you mean 'tbx'"):
        read(b"", "tbz", "x", Losses(), Options())


def test_swapped_columns():
    options = Options(native=("ru",), swap=True)
    (term,) = read("Riga\tРига\n".encode(), "omegat", "g", Losses(), options)[1]
    assert (term.term, dict(term.native)) == ("Riga", {"ru": ("Рига",)})


LAUGHS = """<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">
]><tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c"><langSec xml:lang="en">
<termSec><term>&b;</term></termSec></langSec></conceptEntry></body></text></tbx>"""
XXE = LAUGHS.replace('"&a;&a;&a;&a;&a;"', 'SYSTEM "file:///etc/hostname"')
BAD = [
    ("tbx", LAUGHS, "declares XML entities, which are refused"),
    ("tbx", XXE, "declares XML entities, which are refused"),
    ("tbx", TBX_DCA.replace("</langSec>", "", 1), "x:19:"),
    ("tbx", "<html/>", "not TBX: root is 'html'"),
    ("tbx", "", "not well-formed XML"),
    ("tbx", TBX_DCT.replace("Kieff", "&nothing;"), "not well-formed XML"),
    ("tbx", TBX_DCT.replace("Kieff", " "), "is empty"),
    ("csv", "term,kind\nA,person,more\n", "x:2: 3 cells, but the header has 2"),
    ("csv", "name\nA\n", "no column 'term'"),
    ("csv", 'term\n"A\n', "not a readable row"),
    ("memoq", "Entry_ID,Russian\n1,А\n", "no column of the language 'en'"),
    ("memoq", "Entry_ID,English\n1,A,B\n", "3 cells, but the header has 2"),
    ("google", "ru,de\nА,A\n", "no column of the language 'en'"),
    ("wikidata-csv", "item,name\nQ1,A\n", "no columns 'item' and 'itemLabel'"),
    ("wikidata", "{", "x:1: not JSON"),
    ("wikidata", "[" * 100_000, "nested too deeply"),
    ("wikidata", '{"entities": {"Q1": {"labels": {"en": "A"}}}}', "not an entity as Wikidata"),
    ("wikidata", "[1]", "an entity is no object"),
    ("json", "{}", '"schema": 1 is missing'),
    ("json", '{"schema": 1, "term": [{"trem": "A"}]}', "unknown field 'trem'"),
    ("json", "[" * 100_000, "nested too deeply"),
    ("utx", "#UTX\n", "not UTX"),
    ("deepl", "a\x00b,c,ru,en\n", "U+0000"),
]


@pytest.mark.parametrize(("format", "text", "problem"), BAD)
def test_bad_files_are_told(format, text, problem):
    with pytest.raises(GlossaryError) as caught:
        list(read(text.encode(), format, "x", Losses(), Options(native=("ru",)))[1])
    assert str(caught.value).startswith("x")
    assert problem in str(caught.value)


@pytest.mark.parametrize("format", [f for f in exchange.formats() if not f.startswith("tbx")])
def test_a_wrong_encoding_is_told(format):
    data = "term\nКиев\n".encode("cp1251")
    with pytest.raises(GlossaryError, match="UTF-8"):
        list(read(data, format, "x", Losses(), Options(native=("ru",)))[1])


def test_utf16_of_windows_tools_is_read():
    data = MEMOQ.removeprefix("\ufeff").encode("utf-16")
    (term,) = read(data, "memoq", "x", Losses(), Options())[1]
    assert term.term == "Oleh Petrenko"


def test_an_undeclared_outer_dtd_is_not_fetched():
    text = TBX_IATE.replace("TBXcoreStructV02.dtd", "http://127.0.0.1:9/x.dtd")
    (term,) = read(text.encode(), "tbx", "x", Losses(), Options())[1]
    assert term.term == "European Council"
