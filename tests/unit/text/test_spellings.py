"""Spellings of one person's name, and names of two."""

from __future__ import annotations

import pytest

from zopa.text.spellings import is_one_person


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ton Büchner", "Ton Buechner"), ("Büchner", "Buechner"), ("Khalifa Hifter", "Khalifa Haftar"),
        ("Fayez Sarraj", "Fayez al-Sarraj"), ("Valdis Dombrovskis", "Valdis Dombroskis"), ("Dombrovskis", "Dombroskis"),
        ("Pedro Sánchez", "Pedro Sanchez"), ("P. Sanchez", "Pedro Sanchez"), ("Sanchez", "Pedro Sanchez"), ("Groß", "Gross"),
        ("Benny Gantz", "Benjamin Gantz"), ("Alex Orr", "Alexander Orr"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one: str, two: str) -> None:
    """Accents, umlauts, articles, transliterations, an initial, the family name alone; in either order."""
    assert is_one_person(one, two)
    assert is_one_person(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ana Orr", "Omar Orr"), ("Ana Orr", "Ana Tal"), ("Orr", "Tal"), ("Lind", "Lund"), ("Lena Lind", "Tomas Lund"),
        ("Martin", "Marten"), ("", "Orr"), ("Sergei Lavrov", "Sergei Ryabkov"), ("A. Orr", "Omar Orr"),
        ("Mark Orr", "Martin Orr"), ("Jo Orr", "Josephine Orr"), ("Benny Lind", "Benjamin Lund"),
    ],
)  # fmt: skip
def test_names_of_two_people(one: str, two: str) -> None:
    """Other first names, other family names, short ones that are only alike, none."""
    assert not is_one_person(one, two)
    assert not is_one_person(two, one)
