"""Names in Cyrillic and Arabic letters are joined with the Latin rows of the tables, with case endings and clitics."""

from __future__ import annotations

import pytest
from tests.unit.statements.reading import read

from zopa.text import default_vocabulary
from zopa.text.scripts import script_of, sounds_like, spellings
from zopa.text.vocabulary import Name, Vocabulary


def found(word: str) -> set[str]:
    return {entry.name for entry, _ in spellings(default_vocabulary()).find(word)}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Vladimir Putin", "Путин Путина Путиным Путіна Путіну بوتين لبوتين"),
        ("Sergey Lavrov", "Лавров Лаврову Лавровым Лавровим لافروف ولافروف"),
        ("Volodymyr Zelensky", "Зеленский Зеленского Зеленським Зеленському زيلنسكي زيلينسكي"),
        ("Joe Biden", "Байден Байдена بايدن"),
        ("JD Vance", "Вэнс Вэнса Венс"),
        ("Steve Witkoff", "Уиткофф Віткофф ويتكوف"),
        ("Andriy Yermak", "Ермак Єрмака"),
        ("Friedrich Merz", "Мерц Мерцем"),
        ("Olaf Scholz", "Шольц Шольца شولتس"),
        ("Sergei Shoigu", "Шойгу شويغو"),
        ("Abdel Fattah al-Burhan", "البرهان"),
        ("Masoud Pezeshkian", "بزشكيان"),
        ("Russia", "Россия России Россией Москвы Кремлю روسيا وروسيا الكرملين"),
        ("Ukraine", "Украины Україну Киевом كييف"),
        ("Armenia", "Армения Армении"),
    ],
)
def test_spellings_of_one_name(name: str, words: str) -> None:
    """Every spelling finds the row, and none finds another person."""
    assert {word: found(word) for word in words.split()} == {word: {name} for word in words.split()}


@pytest.mark.parametrize(
    "words",
    [
        "Потом Путь Мода Моды Роса Петро Война Переговоры Министр Однако Шагу Лавры Собака путин",
        "بدون وزير كان كبير كتاب محادثات اتفاق رئيس بيان مدينة",
        "Putin River",
    ],
)
def test_common_words_are_no_names(words: str) -> None:
    """Words that share consonants with a name, words in lower case, and Latin words find nothing."""
    assert [word for word in words.split() if found(word)] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Встреча Владимира Путина и Зеленского отложена.", ["Vladimir Putin", "Volodymyr Zelensky"]),
        ("Владимир Владимирович Путин приехал.", ["Vladimir Putin"]),
        ("Президент Путин не ответил.", ["Vladimir Putin"]),
        ("قال لافروف إن الباب مفتوح.", ["Sergey Lavrov"]),
        ("The paper wrote «Лавровым» on its first page.", ["Sergey Lavrov"]),
    ],
)
def test_names_in_a_text(text: str, names: list[str]) -> None:
    """A given name, a patronymic and an office before a surname belong to the same person."""
    assert [m.name for m in read(text, language=None).mentions if m.kind == "person"] == names


def test_another_of_that_surname_is_somebody_else() -> None:
    """A surname behind another given name is not the person of the table."""
    assert "Vladimir Putin" not in [m.name for m in read("Вчера Михаил Путин продал чай.", language=None).mentions]


def test_scripts_and_sounds() -> None:
    """A word is of the script of its first letter; words of different sound are not alike."""
    assert [script_of(word) for word in ("Путин", "بوتين", "Putin", "12")] == ["cyrillic", "arabic", "", ""]
    assert sounds_like("Сергея", "Sergey")
    assert sounds_like("سيرغي", "Sergei")
    assert not sounds_like("Михаила", "Sergey")


def test_an_own_vocabulary_needs_no_rows_in_other_letters() -> None:
    """A name that is only known in Latin letters is found in others; diacritics do not matter."""
    own = Vocabulary((Name("Ana Horvatić", "person", "Norland", aliases=("Horvatić",)),), (), frozenset())
    known = spellings(own)
    assert [entry.name for entry, _ in known.find("Хорватичем")] == ["Ana Horvatić"]
    assert known.find("Хорват") == []


ALIKE = """
Щербак: Shcherbak Scherbak
Чернов: Chernov Tchernov Czernow
Жуков: Zhukov Žukov Jukov
Джабаров: Dzhabarov Djabarov Jabarov
Цветков: Tsvetkov Tzvetkov
Хабаров: Khabarov Habarov
Гамов: Gamov Ghamov
Шульц: Schulz Shults
Филин: Filin Philin
Максимов: Maksimov Maximov
Беккер: Becker Bekker
Квасов: Kvasov Qvasov
Смит: Smith Smit
Марсин: Marcin
Нанси: Nancy
Алисе: Alice
Шарич: Šarić
Челик: Çelik
Башар: Başar
Эрдоган: Erdoğan
Валеса: Wałęsa
Соренсен: Sørensen
Григорьев: Grigoryev Grigorev
Попов: Popov
Попова: Popov
Поповым: Popov
Попову: Popov
Дубровский: Dubrovsky Dubrowski
Дубровского: Dubrovsky
Міхайло: Mykhailo
Лопес: Lopez
بيتر: Peter
وبيتر: Peter
كريم: Karim
والكريم: Karim
سمير: Samir
شريف: Sharif
غفار: Ghaffar
طلال: Talal
جمال: Jamal
صباح: Sabah
ثابت: Thabet
ژاله: Jaleh
"""


@pytest.mark.parametrize(
    ("word", "latin"),
    [(line.split(": ")[0], way) for line in ALIKE.split("\n") if line for way in line.split(": ")[1].split()],
)
def test_one_name_in_two_scripts(word: str, latin: str) -> None:
    """Each letter by the romanisations in use, with or without a case ending or clitic."""
    assert sounds_like(word, latin)


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Чернов", "Sternov"), ("Жуков", "Zubov"), ("Попов", "Popp"), ("Хабаров", "Kabarov"), ("Гамов", "Kamov"), ("Филин", "Pilin"),
        ("Максимов", "Masimov"), ("Смит", "Smidt"), ("Попов", "Pipov"), ("Дубровский", "Dobrovolsky"), ("سمير", "Sami"), ("طارق", "Darin"), ("كريم", "Qasim"),
    ],
)  # fmt: skip
def test_two_names(word: str, latin: str) -> None:
    """Another consonant, or a vowel that cannot stand for the other, is another name."""
    assert not sounds_like(word, latin)
