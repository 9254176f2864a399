"""What can be quoted of an owner's file: a row, an item, a message, a sentence, whatever case it is written in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import open_plumbline
from assistant.domain.knowledge import Answer
from assistant.retrieval.lines import lines
from assistant.settings import Settings

ROOMS = (
    "room,beds,per night,remarks\nheron,2,84,no pets\nkingfisher,3,112,bath\nwagtail,1,59,under the roof\n"
    "bittern,4,140,own door\n"
)
NOTES = """the linen goes to sudsy brothers, they fetch it on wednesdays.

- eggs: hillcrest farm, forty a week
- firewood: uncle ned
- fire drill on the first thursday of a quarter
"""
RULES = """# House rules

## Kitchen

1. the grill is off by ten
2. knives stay in the block
3. dogs wait in the yard

## Who repairs what

| thing | firm | phone |
|---|---|---|
| lift | Orwell Lifts | 0300 111 |
| dishwasher | Pascoe | 0300 222 |
"""
CHAT = """[03/02/2026, 09:12] ana: the lock on room 4 jams, who do we call
[03/02/2026, 09:15] joe: mistry locksmiths, 0300 333, ask for lena
[03/02/2026, 18:40] ana: two extra guests for sunday breakfast
[04/02/2026, 07:05] joe: oat milk is out
"""
FILES = {"rooms.csv": ROOMS, "notes.txt": NOTES, "rules.md": RULES, "chat.txt": CHAT}


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    """Asks the papers of a small hotel."""
    folder = tmp_path_factory.mktemp("papers")
    for name, text in FILES.items():
        (folder / name).write_text(text)
    home = tmp_path_factory.mktemp("home")
    with open_plumbline(Settings(home=home)) as made:
        made.ingest([folder], "hotel")

    def asked(question: str) -> Answer:
        with open_plumbline(Settings(home=home)) as plumbline:
            return plumbline.ask(question, collection="hotel")

    return asked


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("who supplies the eggs", ["eggs: hillcrest farm, forty a week"]),
        ("when is the fire drill", ["fire drill on the first thursday of a quarter"]),
        ("who fetches the linen", ["the linen goes to sudsy brothers, they fetch it on wednesdays."]),
        ("what does the wagtail cost per night", ["room: wagtail; beds: 1; per night: 59; remarks: under the roof."]),
        ("how many beds are in the bittern", ["room: bittern; beds: 4; per night: 140; remarks: own door."]),
        ("when must the grill be off", ["1. the grill is off by ten"]),
        ("who repairs the dishwasher", ["thing: dishwasher; firm: Pascoe; phone: 0300 222."]),
    ],
)
def test_a_row_or_an_item_answers_alone_in_small_letters_too(
    ask: Callable[[str], Answer], question: str, quotes: list[str]
) -> None:
    assert [sentence.citations[0].quote for sentence in ask(question).sentences] == quotes


def test_a_message_is_followed_by_the_reply_to_it(ask: Callable[[str], Answer]) -> None:
    quotes = [sentence.text for sentence in ask("who do we call when a lock jams").sentences]
    assert quotes == CHAT.splitlines()[:2]


def test_an_answer_is_given_wherever_passages_were_found(tmp_path: Path) -> None:
    (tmp_path / "todo.txt").write_text("what is left to do on the boiler:\n")
    with open_plumbline(Settings(home=tmp_path / "home")) as plumbline:
        plumbline.ingest([tmp_path / "todo.txt"], "left")
        assert plumbline.ask("what is left to do on the boiler", collection="left").answer


def texts(text: str) -> list[str]:
    """The parts of a text, each of which must stand in it letter by letter."""
    found = list(lines(text))
    assert all(text[each.start : each.end] == each.text for each in found)
    return [each.text for each in found]


def test_prose_broken_for_the_width_of_a_page_is_read_in_sentences() -> None:
    wrapped = "The keys to the cellar hang beside the\nclock in the office. Whoever takes them\nsigns the sheet.\n"
    assert texts(wrapped) == [
        "The keys to the cellar hang beside the\nclock in the office.",
        "Whoever takes them\nsigns the sheet.",
    ]


def test_an_item_keeps_its_indented_lines_and_loses_its_bullet() -> None:
    assert texts("- paint the fence\n  and the gate\n- sow peas") == ["paint the fence\n  and the gate", "sow peas"]


def test_rules_between_rows_are_nothing_to_quote() -> None:
    assert texts("| a | b |\n|---|---|\n| 1 | 2 |") == ["| a | b |", "| 1 | 2 |"]
