import json

import pytest

from reviewer.checks import numbers
from reviewer.checks._context import Context, Shared
from reviewer.checks._numerals.reading import read
from reviewer.glossary.model import Glossary
from reviewer.model import Document, Segment

CONTEXT = Context(Shared(Glossary(())), numbers.OPTIONS)


def check(text, source, lang, confidence=1.0):
    segment = Segment(0, len(text), source, lang, confidence=confidence)
    document = Document.plain(text)._replace(segments=(segment,))
    return list(numbers.run(document, CONTEXT))


BAD = [
    # digits lost, added, swapped
    ("The fleet has 150 ships.", "Во флоте 1500 кораблей.", "ru", "150", "1500"),
    ("In 1918, the town was rebuilt.", "1981. aastal ehitati linn üles.", "et", "1918", "1981"),
    ("They sold 14,000 cars.", "Pārdoti 41 tūkstotis automobiļu.", "lv", "14,000", "41,000"),
    ("The 23rd congress opened.", "Открылся 32-й съезд.", "ru", "23rd", "32nd"),
    # the multiplier lost or another
    (
        "It cost 3 million euros.",
        "Es kostete 3 Milliarden Euro.",
        "de",
        "3 million",
        "3000 million",
    ),
    ("About 200 people fled.", "Бежали около 200 тысяч человек.", "ru", "200", "200,000"),
    ("A debt of 1.5 million.", "Zadłużenie 1,5 mld zł.", "pl", "1.5 million", "1500 million"),
    # words
    ("Forty-five ships sailed.", "Вышли 54 корабля.", "ru", "Forty-five", "54"),
    ("They fired 25 shots.", "Вони зробили тридцять п'ять пострілів.", "uk", "25", "35"),
    ("There were 79 of them.", "Ils étaient quatre-vingt-dix-sept.", "fr", "79", "97"),
    ("There were 86 of them.", "Es waren achtundsechzig.", "de", "86", "68"),
    ("There were 82 of them.", "Jų buvo dvidešimt aštuoni.", "lt", "82", "28"),
    # dates and times
    ("He died on June 5.", "Он умер 5 июля.", "ru", "June", "July"),
    ("The train left at 9:45.", "Поезд ушёл в 19:54.", "ru", "9:45", "19:54"),
    ("It ended on March 8, 1947.", "Beidzās 1974. gada 8. martā.", "lv", "1947", "1974"),
    ("Prices rose by 17%.", "Kainos pakilo 71 proc.", "lt", "17", "71"),
]
GOOD = [
    # separators of both languages
    ("It costs 1,234.5 euros.", "Es kostet 1.234,5 Euro.", "de"),
    ("A town of 1,234,567 people.", "Город с 1 234 567 жителями.", "ru"),
    ("It grew by 0.3 to 2.75.", "Wzrost o 0,3 do 2,75.", "pl"),
    ("Some 12'500 francs.", "Rund 12.500 Franken.", "de"),
    # words on either side, inflected, compound
    ("In 25 days", "За двадцать пять дней", "ru"),
    ("Her 25th year", "Её двадцать пятый год", "ru"),
    ("A 12-year-old boy", "Двенадцатилетний мальчик", "ru"),
    ("A two-room flat for 30 days", "Двухкомнатная квартира на 30 дней", "ru"),
    ("We saw 38 birds.", "Ми бачили тридцять вісім птахів.", "uk"),
    ("After 240 years", "Pēc divsimt četrdesmit gadiem; pēc divi simti četrdesmit gadiem", "lv"),
    ("For 55 guests", "Penkiasdešimt penkiems svečiams", "lt"),
    ("With 25 men", "Kahekümne viie mehega, kakskümmend viis meest", "et"),
    ("To 121 towns", "Do stu dwudziestu jeden miast", "pl"),
    ("At 76", "Mit sechsundsiebzig Jahren", "de"),
    ("At 71, 80 and 99", "À soixante et onze, quatre-vingts et quatre-vingt-dix-neuf ans", "fr"),
    ("One of them came twice.", "Один из них приходил 2 раза.", "ru"),
    ("Half of the 40 houses", "50 % из 40 домов", "ru"),
    ("The last 24 hours brought 13 deaths.", "За сутки умерли 13 человек.", "ru"),
    # multipliers
    ("9.7 billion tenge", "9,7 млрд тенге", "ru"),
    ("300,000 people", "300 тысяч человек", "ru"),
    ("a million votes, 1,000,000 of them", "миллион голосов", "ru"),
    ("between 10,000 and 15,000", "от 10 до 15 тысяч", "ru"),
    ("1.3 million", "1 млн 300 тыс.", "ru"),
    ("4.5 billion euros", "4,5 Milliarden Euro", "de"),
    ("12 trillion won", "12 Billionen Won", "de"),
    ("15,000 people; 896 million yuan", "1.5万人，8.96亿元", "zh"),
    ("35 ships in 2022, 120,000 men", "二〇二二年三十五艘，十二万人", "zh"),
    ("2.5 million", "два с половиной миллиона", "ru"),
    ("twelve thousand soldiers", "12 000 солдат", "ru"),
    ("$25k and €5m", "25 тысяч долларов и 5 млн евро", "ru"),
    ("A run of 400m and 60m hurdles", "Бег на 400 м и 60 м с барьерами", "ru"),
    # dates and times
    ("On July 27, 2020", "27.07.2020", "ru"),
    ("On 2 May 2019", "2019 m. gegužės 2 d.", "lt"),
    ("At 7:30 p.m.", "В 19.30", "ru"),
    ("At 7 p.m.", "Um 19 Uhr", "de"),
    ("From 10 a.m. to 10 p.m.", "С 10-00 до 22-00", "ru"),
    ("at noon on May 5", "5 мая в 12:00", "ru"),
    ("In the 17th century", "В XVII веке", "ru"),
    ("In the 19th century", "В ХІХ столітті", "uk"),  # the numeral in Cyrillic letters
    ("In the 1990s and '80s", "В 90-е и 1980-е годы", "ru"),
    ("In 1941–1945", "В 1941-45 годах", "ru"),
    # rounding, halves, shares
    ("About 10,700 teenagers", "10 690 подростков", "ru"),
    ("A quarter of the 200 seats", "25% из 200 мест", "ru"),
    ("Two and a half of 3", "2,5 из 3", "ru"),
    ("Over 2½ hours, 2 1/2 miles", "2,5 часа, 2,5 мили", "ru"),
    # measures in another unit
    ("It is 62 miles away.", "До него 100 км.", "ru"),
    ("It took 90 minutes.", "Kestis 1,5 tundi.", "et"),
    # names, addresses, telephones
    ("COVID-19 killed 5 people.", "Коронавирус убил 5 человек.", "ru"),
    ("Call +371 6700 1234 or see http://a.lv/123.", "Zvaniet 67 001 234.", "lv"),
    ("The T-90M and the 3M mask", "Т-90М и маска 3М", "ru"),
    ("They won 2–1.", "Они победили со счётом 1:2.", "ru"),
    ("We may march on.", "Мы можем идти дальше 5 дней, то есть пять.", "ru"),
]


@pytest.mark.parametrize(("text", "source", "lang", "found", "suggestion"), BAD)
def test_a_number_in_the_place_of_another(text, source, lang, found, suggestion):
    (finding,) = check(text, source, lang)
    assert (finding.code, finding.severity) == ("number-mismatch", "warning")
    assert finding.text == found
    assert finding.suggestions[0] == suggestion


@pytest.mark.parametrize(("text", "source", "lang"), GOOD)
def test_stays_silent(text, source, lang):
    assert [f for f in check(text, source, lang) if f.severity != "info"] == []


@pytest.mark.parametrize(("text", "source", "lang"), [c for c in GOOD if c[2] in ("ru", "de")][:30])
def test_right_numbers_are_not_even_worth_a_note(text, source, lang):
    assert [f.message for f in check(text, source, lang) if f.code == "number-mismatch"] == []


def test_an_amount_that_is_missing_flags_the_sentence():
    text = "The court met. The state paid the damages. The case is closed."
    source = "Суд собрался. Государство выплатило 25,3 млрд рублей. Дело закрыто."
    (finding,) = check(text, source, "ru")
    assert (finding.code, finding.severity) == ("number-missing", "warning")
    assert finding.text == "The state paid the damages."
    assert "25,3 млрд" in finding.message


def test_a_year_that_is_left_out_is_only_noted():
    (finding,) = check("The law was passed then.", "Закон принят в 2019 году.", "ru")
    assert (finding.code, finding.severity) == ("number-missing", "info")


def test_an_amount_that_nobody_mentioned():
    (finding,) = check("They paid 4,500 euros.", "Они заплатили.", "ru")
    assert (finding.code, finding.severity, finding.text) == ("number-added", "warning", "4,500")
    # of Icelandic the number words are not known
    (finding,) = check("They paid 4,500 euros.", "Þeir greiddu.", "is")
    assert finding.severity == "info"


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("He paid $1,000.", "Он заплатил 1000 евро.", "1,000"),
        ("It is 50 miles to the sea.", "До моря 50 км.", "50"),
        ("It weighs 5 kg.", "Он весит 5 тонн.", "5"),
    ],
)
def test_another_unit_beside_the_same_number(text, source, found):
    (finding,) = check(text, source, "ru")
    assert (finding.code, finding.severity, finding.text) == ("unit-mismatch", "warning", found)


@pytest.mark.parametrize(
    ("text", "source", "lang"),
    [
        ("He paid €1,000 (1,100 dollars).", "Он заплатил 1000 евро (1100 долларов).", "ru"),
        ("It is 5 km long and 5 m wide.", "Его длина 5 км, ширина 5 метров.", "ru"),
        ("He paid 100 rubles.", "Maksoin 100 ruplaa.", "fi"),
    ],
)
def test_the_same_unit(text, source, lang):
    assert check(text, source, lang) == []


def test_an_unsure_pair_says_nothing_above_info():
    findings = check("The fleet has 150 ships.", "Во флоте 1500 кораблей.", "ru", confidence=0.4)
    assert [f.severity for f in findings] == ["info"]


def test_a_language_whose_multipliers_are_not_known_is_given_the_benefit_of_the_doubt():
    assert check("It cost 3 million.", "Det kostet 3 zillar.", "xx") == []
    assert check("It cost 7 million.", "Det kostet 3 zillar.", "xx") != []


def test_without_a_source_nothing_is_said():
    assert list(numbers.run(Document.plain("There are 5 or 6,000."), CONTEXT)) == []


def test_spans_are_of_the_document():
    text = "A title\n\nThe fleet has 150 ships."
    document = Document.plain(text)._replace(
        segments=(Segment(9, len(text), "Во флоте 1500 кораблей.", "ru"),)
    )
    (finding,) = numbers.run(document, CONTEXT)
    assert text[finding.start : finding.end] == finding.text == "150"


def test_the_message_shows_no_raw_control_character():
    (finding,) = check("It has 15 ships.", "Флот\u202e имеет 51 судно.", "ru")
    assert "\u202e" not in finding.message + "".join(finding.explanation)


@pytest.mark.parametrize(
    "text",
    ["1" * 5000, "1," * 3000, "1 " * 3000, "IX" * 2000, "1/" * 2000],
    ids=lambda text: repr(text[:4]),
)
def test_hostile_numbers(text):
    assert isinstance(check(text, text[::-1], "ru"), list)


WORDS = [
    ("en", "the forty-second", 42),
    ("en", "one hundred and five", 105),
    ("en", "two and a half million", 2_500_000),
    ("ru", "шестидесяти восьми", 68),
    ("ru", "восьмьюдесятью", 80),
    ("ru", "сто двадцать первого", 121),
    ("uk", "двадцять першого", 21),
    ("uk", "тридцяти п’яти", 35),
    ("lv", "divdesmit pirmais", 21),
    ("lv", "trīsdesmit piekto", 35),
    ("lv", "pieciem miljoniem", 5_000_000),
    ("lt", "šešiasdešimt aštuntas", 68),
    ("lt", "trisdešimt penktąjį", 35),
    ("lt", "trys tūkstančiai", 3000),
    ("et", "üheksakümmend üheksa", 99),
    ("et", "kolmekümne viies", 35),
    ("et", "kaheteistkümnes", 12),
    ("et", "teisel", 2),
    ("pl", "sześćdziesiątego ósmego", 68),
    ("pl", "piętnaście", 15),
    ("de", "dreiundzwanzigsten", 23),
    ("de", "achtzehnter", 18),
    ("fr", "vingt et unième", 21),
    ("fr", "quatre-vingt-dix-neuf", 99),
    ("fr", "soixante-dix-septième", 77),
]


@pytest.mark.parametrize(("lang", "words", "value"), WORDS)
def test_number_words(lang, words, value):
    (quantity,) = read(words, lang)
    assert value in quantity.values
    assert quantity.end == len(words)


def test_from_the_command_line(cli, project):
    record = {
        "id": "a",
        "text": "It has 15 ships.",
        "source": "У него 51 судно.",
        "source_lang": "ru",
    }
    (project / "a.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    done = cli("check", "--isolated", "--select", "numbers", "--output-format", "json", "a.jsonl")
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["record"], finding["code"]) == ("a", "number-mismatch")
    assert (finding["text"], finding["suggestions"]) == ("15", ["51"])
