import time

import pytest

from reviewer.checks import leftovers
from reviewer.checks._context import Context, Shared
from reviewer.glossary.model import Glossary
from reviewer.model import Document, Segment

CONTEXT = Context(Shared(Glossary(())), leftovers.OPTIONS)


def check(text, source=None, lang=None, confidence=1.0):
    document = Document.plain(text)
    if source is not None:
        segment = Segment(0, len(text), source, lang, confidence=confidence)
        document = document._replace(segments=(segment,))
    return list(leftovers.run(document, CONTEXT))


ALONE_BAD = [
    ("The price was доларів 500 then.", "untranslated-word", "доларів", None),
    ("They met the წარმომადგენელი of the union.", "untranslated-word", "წარმომადგენელი", None),
    ("He said что это не так and left.", "untranslated-word", "что это не так", None),
    ("The film Oблака was shown.", "mixed-script", "Oблака", None),
    ("The WНO said so.", "mixed-script", "WНO", "WHO"),  # Cyrillic Н
    ("A visit to Κyiv.", "mixed-script", "Κyiv", "Kyiv"),  # Greek Κ
    ("an anti @-@ tank missile", "residue", " @-@ ", "-"),
    ("the gov@@ ernment fell", "residue", "@@ ", ""),
    ("the <unk> party", "residue", "<unk>", None),
    ("lost 1 ⁇ 2 to them", "residue", "⁇", None),
    ("the▁party met", "residue", "▁", " "),
    ("a caf\ufffd in town", "residue", "\ufffd", None),
    ("He met {0} there.", "placeholder", "{0}", None),
    ("He met %s there.", "placeholder", "%s", None),
    ("He met __PH_1__ there.", "placeholder", "__PH_1__", None),
    ("He said &quot;no.", "broken-entity", "&quot;", '"'),
    ("Smith & amp ; Sons", "broken-entity", "& amp ;", "&"),
    ("It&#39;s here.", "broken-entity", "&#39;", "'"),
    (
        "See https: //example.org/a now.",
        "broken-address",
        "https: //example.org/a",
        "https://example.org/a",
    ),
    ("See www. example.lv now.", "broken-address", "www. example.lv", "www.example.lv"),
    ("See example . com now.", "broken-address", "example . com", "example.com"),
    ("Write to me @ example.org now.", "broken-address", "me @ example.org", "me@example.org"),
]
ALONE_GOOD = [
    "The α particle, 5 μm wide, Ω resistors and kΩ, ∆t.",
    "A café, naïve Zoë, Łódź and Reykjavík; the façade.",
    "It rose by 100%; 5 % dropped. Use {braces} or <b>bold</b>.",
    "AT&T and R&D; Q&A. Fish & chips; salt.",
    "He left. Net income rose. Org charts changed.",
    "Mail me@example.org or see https://example.org/a?b=1&c=2 and www.example.lv.",
    "The price @ 5 dollars; user @name said.",
    "Visit стопвирус.рф for more.",
    "x_1 and __init__ are names in code.",
    "",
    "12:30",
]


@pytest.mark.parametrize(("text", "code", "found", "suggestion"), ALONE_BAD)
def test_english_alone_shows_it(text, code, found, suggestion):
    (finding,) = check(text)
    assert (finding.code, finding.severity, finding.text) == (code, "warning", found)
    assert finding.suggestions == (() if suggestion is None else (suggestion,))


@pytest.mark.parametrize("text", ALONE_GOOD)
def test_english_alone_stays_silent(text):
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The hero (Հերոս) came home.", "Հերոս"),
        ("In Russian: герой means hero.", "герой"),
        ("A mattress of 105х195 cm", "105х195"),
    ],
)
def test_a_gloss_or_a_lone_letter_is_only_noted(text, found):
    (finding,) = check(text)
    assert (finding.severity, finding.text) == ("info", found)


SOURCE_BAD = [
    (
        "The teacher of the škola went home.",
        "Učitelka ze škola šla domů.",
        "cs",
        "untranslated-word",
        "škola",
    ),
    (
        "We waited at the autobusa stop.",
        "Mēs gaidījām autobusā pieturā, autobusa pieturā.",
        "lv",
        "untranslated-word",
        "autobusa",
    ),
    # diacritics lost on the way
    ("He bought a kavezimas.", "Jis pirko kavėžimas.", "lt", "untranslated-word", "kavezimas"),
    # German nouns have capitals, the leftover has none
    (
        "The krankenhaus was closed.",
        "Das Krankenhaus war zu.",
        "de",
        "untranslated-word",
        "krankenhaus",
    ),
    (
        "There is public vaifay here.",
        "Здесь есть общественный вайфай.",
        "ru",
        "transliterated-word",
        "vaifay",
    ),
    (
        "We sat in the traktiry all day.",
        "Мы весь день сидели в трактирах.",
        "ru",
        "transliterated-word",
        "traktiry",
    ),
    ("She bought a khustka.", "Вона купила хустку.", "uk", "transliterated-word", "khustka"),
    ("A shop for matsoni.", "მაწონი მაღაზიაში.", "ka", "transliterated-word", "matsoni"),
    (
        "He keeps a dukaan in town.",
        "उसकी शहर में दुकान है।",
        "hi",
        "transliterated-word",
        "dukaan",
    ),
    (
        "See kd.example.ru now.",
        "Смотрите krd.example.ru сейчас.",
        "ru",
        "broken-address",
        "kd.example.ru",
    ),
    (
        "See krd . example.ru now.",
        "Смотрите krd.example.ru сейчас.",
        "ru",
        "broken-address",
        "krd . example.ru",
    ),
]
SOURCE_GOOD = [
    # English words, derived, compounded, borrowed
    ("The chocolate and the bank", "Čokoláda chocolate a bank", "cs"),
    ("A geopark, a hydrogel and a dancefloor", "Геопарк, гидрогель и дансфлор", "ru"),
    ("The oblast and the okrug pay in tenge.", "Область и округ платят в тенге.", "ru"),
    ("per capita and de facto", "per capita a de facto", "cs"),
    # English keeps its own plural or silent e after the stem
    ("They sell pangolins.", "Они продают панголинов.", "ru"),
    ("It is made of elastane.", "Сделано из эластана.", "ru"),
    # names, and names with particles
    ("Jana Nováková met Vincent van Gogh.", "Jana Nováková potkala Vincent van Gogh.", "cs"),
    ("Anna Pashkova spoke.", "Анна Пашкова выступила.", "ru"),
    # addresses kept
    ("See krd.example.ru, mail me@a.lv.", "Смотрите krd.example.ru, пишите me@a.lv.", "ru"),
    ("See example.org.", "Смотрите www.example.org/.", "ru"),
    # placeholders that the source has too
    ("Hello {0}, you have %s.", "Привет {0}, у вас %s.", "ru"),
]


@pytest.mark.parametrize(("text", "source", "lang", "code", "found"), SOURCE_BAD)
def test_the_source_shows_it(text, source, lang, code, found):
    findings = check(text, source, lang)
    assert [(f.code, f.severity, f.text) for f in findings] == [(code, "warning", found)]


@pytest.mark.parametrize(("text", "source", "lang"), SOURCE_GOOD)
def test_with_a_source_it_stays_silent(text, source, lang):
    assert check(text, source, lang) == []


@pytest.mark.parametrize(
    ("text", "source", "lang"),
    [
        ("The “rossoneri” won.", "«Россонери» победили.", "ru"),
        ("He reads Lietuvos rytas daily.", "Jis kasdien skaito Lietuvos rytas.", "lt"),
        ("The Gidrogel hydrozol line", "Линия Gidrogel hydrozol от фирмы", "ru"),
    ],
)
def test_quoted_words_titles_and_brands_are_only_noted(text, source, lang):
    assert {f.severity for f in check(text, source, lang)} <= {"info"}


def test_an_address_changed_is_suggested_as_the_source_has_it():
    (finding,) = check("Mail str@kd.example.org.", "Пишите str@krd.example.org.", "ru")
    assert finding.suggestions == ("str@krd.example.org",)


def test_an_unsure_pair_says_nothing_above_info():
    findings = check("Here is vaifay.", "Здесь вайфай.", "ru", confidence=0.3)
    assert [f.severity for f in findings] == ["info"]


RUSSIAN = "Это статья, которую никто не перевёл. Она целиком на русском языке.\nИ вторая строка."
LATVIAN = (
    "Šo rakstu neviens nav tulkojis, un tas viss ir latviešu valodā, kā redzams no katra vārda,"
    " ko lasītājs šeit var izlasīt."
)


@pytest.mark.parametrize("text", [RUSSIAN, LATVIAN])
def test_a_text_in_another_language_is_said_once(text):
    (finding,) = check(text)
    assert (finding.code, finding.severity) == ("not-english", "info")
    assert finding.text == text.split("\n")[0]
    (finding,) = check(text, text, "lv")
    assert (finding.code, finding.severity) == ("not-english", "warning")


@pytest.mark.parametrize(
    "text",
    [
        "Aleksandrs Bērziņš, Jānis Kalniņš, Pēteris Ozoliņš, Anna Liepiņa, Ilze Krūmiņa",
        "STARRING: ARMĒNS HAČATRJANS, VOLFGANGS ŠTEINS",
        "Да.",
    ],
)
def test_names_and_short_texts_are_not_taken_for_another_language(text):
    assert [f for f in check(text) if f.code == "not-english"] == []


def test_spans_are_of_the_document():
    text = "A title\n\nThere is public vaifay here."
    segment = Segment(9, len(text), "Здесь есть вайфай.", "ru")
    (finding,) = leftovers.run(Document.plain(text)._replace(segments=(segment,)), CONTEXT)
    assert text[finding.start : finding.end] == finding.text == "vaifay"


def test_messages_show_no_raw_control_character():
    for finding in check("He said \u202eчто\u202c это.", "Он сказал.", "ru"):
        assert "\u202e" not in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "x" * 200_000,
        "Ы" * 200_000,
        "aЫ" * 50_000,
        "&" * 100_000,
        "a. com " * 20_000,
        "@@ " * 50_000,
    ],
    ids=lambda text: repr(text[:4]),
)
def test_hostile_texts_take_no_time(text):
    started = time.process_time()
    check(text, "Здесь вайфай.", "ru")
    assert time.process_time() - started < 5
