"""Names of the source: in twelve languages and more, held, right, garbled, swapped, left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.checks import source_names
from reviewer.checks._context import Context, Shared
from reviewer.glossary.model import Glossary, Term
from reviewer.model import Document, Segment

NAMES = """
Artsrun Hovhannisyan; Nikol Pashinyan; Ilham Aliyev; Zohrab Mnatsakanyan; Salome Zourabichvili
Irakli Kobakhidze; Kyriakos Mitsotakis; Katerina Sakellaropoulou; Mateusz Morawiecki; Andrzej Duda
Petr Fiala; Zuzana Čaputová; Volodymyr Zelensky; Oleksii Reznikov; Svitlana Kovalchuk; Kaja Kallas
Jüri Ratas; Krišjānis Kariņš; Edgars Rinkēvičs; Ingrida Šimonytė; Gitanas Nausėda; Olaf Scholz
Ursula von der Leyen; Recep Tayyip Erdoğan; Mevlüt Çavuşoğlu; Klaus Iohannis; Sauli Niinistö
Katrín Jakobsdóttir; Viktor Orbán; Aleksandar Vučić; Rumen Radev; Priit; Richard Kray
Zolote; Stepanakert; Gyumri; Thessaloniki; Kutaisi; Daugavpils; Panevėžys; Jõhvi; Kremenchuk
Xia Liyan; Benjamin Netanyahu; Bydgoszcz; Olomouc; Gaziantep; Regensburg; Moldova; Bank of Georgia; Gazeta Wyborcza
"""
GLOSSARY = Glossary(
    tuple(
        Term(name.strip(), f"n{number}")
        for number, name in enumerate(NAMES.replace("\n", ";").split(";"))
        if name.strip()
    )
)
CONTEXT = Context(Shared(GLOSSARY))

# language, source, right translation, wrong translation, what is flagged, what is suggested
CASES = [
    ("lv", "Premjers tikās ar Nikolu Pašinjanu Rīgā.",
     "The prime minister met with Nikol Pashinyan in Riga.",
     "The prime minister met with Nikol Pašinjans in Riga.", "Nikol Pašinjans", "Nikol Pashinyan"),
    ("lv", "To paziņoja Arcruna Ovannisjana birojs.",
     "This was announced by the office of Artsrun Hovhannisyan.",
     "This was announced by the office of Arcruns Ovannisjans.",
     "Arcruns Ovannisjans", "Artsrun Hovhannisyan"),
    ("lv", "Krišjāņa Kariņa valdība atkāpās, un Edgaram Rinkēvičam jālemj.",
     "The government of Krišjānis Kariņš resigned, and Edgars Rinkēvičs has to decide.",
     "The government of Krišjānis Kariņš resigned, and Edgar Rinkovich has to decide.",
     "Edgar Rinkovich", "Edgars Rinkēvičs"),
    ("lv", "Daugavpilī atklāja jaunu tiltu.", "A new bridge was opened in Daugavpils.",
     "A new bridge was opened in Dugavils.", "Dugavils", "Daugavpils"),
    ("lt", "Ministrė kalbėjosi su Ingrida Šimonyte.", "The minister spoke with Ingrida Šimonytė.",
     "The minister spoke with Ingrida Simon.", "Ingrida Simon", "Ingrida Šimonytė"),
    ("lt", "Gitano Nausėdos patarėjas atvyko į Panevėžį.",
     "An adviser to Gitanas Nausėda came to Panevėžys.",
     "An adviser to Gitanas Nausėda came to Ponevezo.", "Ponevezo", "Panevėžys"),
    ("lt", "Susitikime dalyvavo Zohrabas Mnacakanianas.",
     "Zohrab Mnatsakanyan took part in the meeting.",
     "Zohrabas Mnacakanian took part in the meeting.",
     "Zohrabas Mnacakanian", "Zohrab Mnatsakanyan"),
    ("he", "ראש הממשלה בנימין נתניהו נפגש אתמול עם ארצרון הובהניסיאן בירושלים.",
     "Prime Minister Benjamin Netanyahu met Artsrun Hovhannisyan in Jerusalem yesterday.",
     "Prime Minister Benjamin Netanyahu met Artsrun Ovnsian in Jerusalem yesterday.",
     "Artsrun Ovnsian", "Artsrun Hovhannisyan"),
    ("he", "הודעתו של אולף שולץ פורסמה בערב.", "A statement by Olaf Scholz was published at night.",
     "A statement by Olef Shultz was published at night.", "Olef Shultz", "Olaf Scholz"),
    ("he", "השיחה עם ויקטור אורבן נמשכה שעה.", "The talk with Viktor Orbán lasted an hour.",
     "The talk with Viktor Urban lasted an hour.", "Viktor Urban", "Viktor Orbán"),
    ("ar", "التقى الرئيس إلهام علييف أمس مع نيكول باشينيان.",
     "President Ilham Aliyev met Nikol Pashinyan yesterday.",
     "President Ilham Aliyev met Nicole Bashinyan yesterday.",
     "Nicole Bashinyan", "Nikol Pashinyan"),
    ("zh", "国民党副主席夏立言昨天抵达北京。",
     "Kuomintang vice chairman Xia Liyan arrived in Beijing yesterday.",
     "Kuomintang vice chairman Xia Sharlee arrived in Beijing yesterday.",
     "Xia Sharlee", "Xia Liyan"),
    ("et", "Priit ja Allan sõlmisid kokkuleppe.", "Priit and Allan made a deal.",
     "Price and Allan made a deal.", "Price", "Priit"),
    ("et", "Kaja Kallase sõnul on eelarve valmis.", "According to Kaja Kallas, the budget is ready.",
     "According to Kaja Calla, the budget is ready.", "Kaja Calla", "Kaja Kallas"),
    ("et", "Õnnetus juhtus Jõhvis laupäeval.", "The accident happened in Jõhvi on Saturday.",
     "The accident happened in Jehovah on Saturday.", "Jehovah", "Jõhvi"),
    ("ru", "Об этом сообщил представитель Арцруна Ованнисяна.",
     "This was reported by a spokesman for Artsrun Hovhannisyan.",
     "This was reported by a spokesman for Arcrun Ovannisyan.",
     "Arcrun Ovannisyan", "Artsrun Hovhannisyan"),
    ("ru", "Ричард Край не ответил на вопросы.", "Richard Kray did not answer questions.",
     "Richard Edge did not answer questions.", "Richard Edge", "Richard Kray"),
    ("ru", "Матеуша Моравецкого приняли в Варшаве.", "Mateusz Morawiecki was received in Warsaw.",
     "Matthew Moravecky was received in Warsaw.", "Matthew Moravecky", "Mateusz Morawiecki"),
    ("uk", "Бої тривають біля міста Золоте.", "Fighting continues near the town of Zolote.",
     "Fighting continues near the town of Golden.", "Golden", "Zolote"),
    ("uk", "Про це сказав Олексій Резніков у Кременчуці.",
     "This was said by Oleksii Reznikov in Kremenchuk.",
     "This was said by Alexey Reznikov in Kremenchuk.", "Alexey Reznikov", "Oleksii Reznikov"),
    ("uk", "Світлані Ковальчук вручили нагороду.", "Svitlana Kovalchuk was given an award.",
     "Svetlana Kovalchuk was given an award.", "Svetlana Kovalchuk", "Svitlana Kovalchuk"),
    ("pl", "Rozmawiano z Andrzejem Dudą w Bydgoszczy.",
     "Talks were held with Andrzej Duda in Bydgoszcz.",
     "Talks were held with Andrew Duda in Bydgoszcz.", "Andrew Duda", "Andrzej Duda"),
    ("pl", "Spotkał się z Arcrunem Howhannisjanem.", "He met with Artsrun Hovhannisyan.",
     "He met with Arcrun Howhannisjan.", "Arcrun Howhannisjan", "Artsrun Hovhannisyan"),
    ("cs", "Vláda Petra Fialy jednala v Olomouci.", "The government of Petr Fiala met in Olomouc.",
     "The government of Peter Violet met in Olomouc.", "Peter Violet", "Petr Fiala"),
    ("cs", "Prezidentka Zuzana Čaputová přijela do Prahy.",
     "President Zuzana Čaputová came to Prague.", "President Susan Chaputov came to Prague.",
     "Susan Chaputov", "Zuzana Čaputová"),
    ("de", "Das sagte Olaf Scholz in Regensburg.", "Olaf Scholz said this in Regensburg.",
     "Olaf Scholz said this in Rainsburg.", "Rainsburg", "Regensburg"),
    ("de", "Die Rede von Artsrun Howhannisjan dauerte lange.",
     "The speech by Artsrun Hovhannisyan took a long time.",
     "The speech by Artsrun Howhannis took a long time.",
     "Artsrun Howhannis", "Artsrun Hovhannisyan"),
    ("tr", "Açıklama Mevlüt Çavuşoğlu'ndan geldi.", "The statement came from Mevlüt Çavuşoğlu.",
     "The statement came from Mevlut Sergeant.", "Mevlut Sergeant", "Mevlüt Çavuşoğlu"),
    ("tr", "Deprem Gaziantep'i de vurdu.", "The earthquake also hit Gaziantep.",
     "The earthquake also hit Gazianep.", "Gazianep", "Gaziantep"),
    ("hy", "Այս մասին հայտնեց Արծրուն Հովհաննիսյանը։", "Artsrun Hovhannisyan reported this.",
     "Ardzrun Hovanesian reported this.", "Ardzrun Hovanesian", "Artsrun Hovhannisyan"),
    ("hy", "Նիկոլ Փաշինյանի այցը Գյումրի հետաձգվեց։", "Nikol Pashinyan's visit to Gyumri was postponed.",
     "Nicholas Pashin's visit to Gyumri was postponed.", "Nicholas Pashin", "Nikol Pashinyan"),
    ("ka", "სალომე ზურაბიშვილმა ქუთაისში ილაპარაკა.", "Salome Zourabichvili spoke in Kutaisi.",
     "Salome Zurabish spoke in Kutaisi.", "Salome Zurabish", "Salome Zourabichvili"),
    ("ka", "ირაკლი კობახიძის განცხადება გავრცელდა.", "Irakli Kobakhidze's statement was published.",
     "Irakli Kobach's statement was published.", "Irakli Kobach", "Irakli Kobakhidze"),
    ("el", "Ο Κυριάκος Μητσοτάκης επισκέφθηκε τη Θεσσαλονίκη.",
     "Kyriakos Mitsotakis visited Thessaloniki.", "Dominic Mitsotakis visited Thessaloniki.",
     "Dominic Mitsotakis", "Kyriakos Mitsotakis"),
    ("el", "Η δήλωση του Μητσοτάκη προκάλεσε αντιδράσεις.",
     "The statement by Mitsotakis caused reactions.", "The statement by Micottaki caused reactions.",
     "Micottaki", "Mitsotakis"),
    ("is", "Þetta kom fram hjá Katrínu Jakobsdóttur.", "Katrín Jakobsdóttir said this.",
     "Catherine Jacobsdatter said this.", "Catherine Jacobsdatter", "Katrín Jakobsdóttir"),
    ("fi", "Sauli Niinistön mukaan päätös on oikea.", "According to Sauli Niinistö, the decision is right.",
     "According to Sauli Ninist, the decision is right.", "Sauli Ninist", "Sauli Niinistö"),
    ("ro", "Președintele Klaus Iohannis a semnat legea.", "President Klaus Iohannis signed the law.",
     "President Klaus Johannes signed the law.", "Klaus Johannes", "Klaus Iohannis"),
    ("hu", "A döntést Orbán Viktornak kell meghoznia.", "Viktor Orbán has to make the decision.",
     "Viktor Urban has to make the decision.", "Viktor Urban", "Viktor Orbán"),
    ("sr", "Председник Александар Вучић је допутовао.", "President Aleksandar Vučić has arrived.",
     "President Aleksandar Wolf has arrived.", "Aleksandar Wolf", "Aleksandar Vučić"),
    ("bg", "Румен Радев подписа указа.", "Rumen Radev signed the decree.",
     "Rumen Glad signed the decree.", "Rumen Glad", "Rumen Radev"),
]  # fmt: skip


def check(source, lang, text, context=CONTEXT, confidence=1.0):
    segment = Segment(0, len(text), source, lang, confidence=confidence)
    document = Document.plain(text)._replace(segments=(segment,))
    return list(source_names.run(document, context))


def loud(findings):
    return [finding for finding in findings if finding.severity != "info"]


@pytest.mark.parametrize(
    ("lang", "source", "right", "wrong", "span", "suggestion"),
    CASES,
    ids=[f"{case[0]}-{case[-1]}" for case in CASES],
)
def test_wrong_name_is_flagged_and_right_one_is_not(lang, source, right, wrong, span, suggestion):
    assert not check(source, lang, right)
    found = loud(check(source, lang, wrong))
    assert [(f.text, f.suggestions[0]) for f in found] == [(span, suggestion)]
    assert {f.code for f in found} == {"wrong-name"}


@pytest.mark.parametrize(
    ("lang", "source", "text"),
    [
        # the surname alone, possessive, capitals, another order
        ("ru", "Никол Пашинян прилетел в Москву.", "Pashinyan flew to Moscow."),
        ("lv", "Nikola Pašinjana vizīte beigusies.", "Pashinyan's visit is over."),
        ("de", "Olaf Scholz reist ab", "OLAF SCHOLZ DEPARTS"),
        ("hu", "Orbán Viktor hazautazott.", "Orban Viktor went home."),
        # another romanisation, diacritics
        ("ru", "Никол Пашинян прилетел.", "Nikol Pashinian has arrived."),
        ("tr", "Mevlüt Çavuşoğlu konuştu.", "Mevlut Cavusoglu spoke."),
        ("uk", "Володимир Зеленський прибув.", "Volodymyr Zelenskyy has arrived."),
        # the adjective of a place, several words in one
        ("ro", "Guvernul din Moldova a decis.", "The Moldovan government has decided."),
        ("pl", "Napisała o tym Gazeta Wyborcza.", "This was reported by GazetaWyborcza."),
        # a pronoun, a role: no span to flag
        ("ru", "Никол Пашинян не приехал.", "The prime minister did not come."),
        ("et", "Kaja Kallas ei tulnud.", "She did not come."),
        # relatives and namesakes are not held
        ("ru", "Гейдар Алиев умер в 2003 году.", "Heydar Aliyev died in 2003."),
        ("ru", "Карл Шольц играл на скрипке.", "Karl Scholz played the violin."),
        ("lt", "Petras Duda laimėjo lenktynes.", "Petras Dudas won the race."),
        # what is well known in English stands in its own right
        ("ru", "Андрей Сахаров жил в Горьком.", "Andrei Sakharov lived in Gorky."),
        ("cs", "Petr přišel pozdě.", "Peter came late."),
        # a source word that only looks like a name of the glossary
        ("ru", "Дуда на крыше не играет.", "The pipe on the roof does not play."),
        ("fi", "Saari on kaukana.", "The Island is far away."),
        # other scripts, other languages, nothing at all
        ("he", "ניקול פשיניאן הגיע למוסקבה.", "Nikol Pashinian arrived in Moscow."),
        ("zh", "帕希尼扬抵达莫斯科。", "He arrived in Moscow."),
        ("en", "Nikol Pashinyan flew home.", "Nikol Pashinyan flew home."),
        ("xx", "Qwerty uiop.", "Nothing here."),
        (None, "Никол Пашинян прилетел.", "Nikol Pashinyan has arrived."),
        ("ru", "", "Nikol Pashinyan has arrived."),
        ("ru", "— 12 345 —", "Numbers only."),
    ],
)
def test_right_forms_are_let_be(lang, source, text):
    assert not loud(check(source, lang, text))


def test_names_in_the_sentence_beside_are_not_looked_for_here():
    source = "Никол Пашинян прилетел в Москву. Там он встретился с журналистами."
    text = "He flew to Moscow. There Nikol Pashinyan met journalists."
    assert not check(source, "ru", text)


def test_a_name_left_out_is_told_on_the_sentence():
    text = "The statement was published yesterday."
    (found,) = check("Заявление Никола Пашиняна опубликовали вчера.", "ru", text)
    assert (found.code, found.severity) == ("missing-name", "info")
    assert (found.start, found.end, found.suggestions) == (0, len(text), ())
    assert "Nikol Pashinyan" in found.message


def test_nothing_is_loud_where_the_alignment_is_in_doubt():
    source, text = "Ричард Край не ответил.", "Richard Edge did not answer."
    assert [f.severity for f in check(source, "ru", text)] == ["error"]
    assert [f.severity for f in check(source, "ru", text, confidence=0.3)] == ["info"]


def test_places_count_from_the_whole_text():
    text = "Nothing to see here.\n\nRichard Edge did not answer."
    segments = (
        Segment(0, 20, "Смотреть не на что.", "ru"),
        Segment(22, len(text), "Ричард Край не ответил.", "ru"),
    )
    document = Document.plain(text)._replace(segments=segments)
    (found,) = source_names.run(document, CONTEXT)
    assert text[found.start : found.end] == found.text == "Richard Edge"


@pytest.mark.parametrize(
    ("lang", "native", "source", "text", "span"),
    [
        ("zh", "尼科尔·帕希尼扬", "总理尼科尔·帕希尼扬抵达。", "Nikol Pashinjang has come.",
         "Nikol Pashinjang"),
        ("he", "ניקול פשיניאן", "ולניקול פשיניאן אין תשובה.", "Nikol Pashinjan has no answer.",
         "Nikol Pashinjan"),
        ("lv", "Nikols Pašinjans", "Nikolam Pašinjanam nav atbildes.", "Nikolam has no answer.",
         "Nikolam"),
        ("ru", "Никол Пашинян", "Николу Пашиняну нечего сказать.", "Nicholas Pasha is silent.",
         "Nicholas Pasha"),
        ("uk", "Мінськ", "Переговори у Мінську тривають.", "The talks in Minck go on.", "Minck"),
    ],
)  # fmt: skip
def test_native_forms_of_the_glossary(lang, native, source, text, span):
    name = "Minsk" if lang == "uk" else "Nikol Pashinyan"
    term = Term(name, "a", native={lang: (native,)})
    context = Context(Shared(Glossary((term,))))
    assert [f.text for f in loud(check(source, lang, text, context))] == [span]
    assert not loud(check(source, lang, f"It concerns {name} again.", context))


def test_proposed_terms_are_not_used():
    term = Term("Richard Kray", "a", status="proposed", native={"ru": ("Ричард Край",)})
    context = Context(Shared(Glossary((term,))))
    assert not check("Ричард Край не ответил.", "ru", "Richard Edge did not answer.", context)


def test_capitals_are_kept():
    (found,) = loud(check("Ричард Край не ответил", "ru", "RICHARD EDGE DID NOT ANSWER"))
    assert found.suggestions == ("RICHARD KRAY",)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=80),
    st.text(max_size=80),
    st.sampled_from(["ru", "lv", "ka", "zh", "ar", "el-GR", "", None, "\0"]),
)
def test_no_text_breaks_it(source, text, lang):
    for found in check(source + " Пашинян Край Kaja", lang, text + " Edge Kaya"):
        assert 0 <= found.start <= found.end <= len(text) + 10


def test_the_source_s_own_longer_name_is_no_garble():
    context = Context(Shared(Glossary((Term("Andriy Yermak", "a"),))))
    source = "Среди техников был и Андрей Ермаков из Твери."
    text = "Among the technicians was Andrey Yermakov from Tver."
    assert "Yermakov" not in {f.text for f in loud(check(source, "ru", text, context))}
