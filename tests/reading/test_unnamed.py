"""Sentences that tell of work in words that name no kind of it, and the kinds that answers name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.catalogue import Catalogue
from assistant.reading.read import read_scene
from assistant.reading.scene import Scene
from assistant.reading.spot import UNNAMED, Spot
from assistant.reading.unnamed import tellings
from assistant.reading.which_kind import beside_refusal, kind_named
from assistant.reading.work import spots
from tests.reading.conftest import MakeScene

FIRM = "We are a joinery near York, six of us. "
OFFERED = ("rota", "production_plan", "job_dispatch")


def found(scene: Scene) -> list[str]:
    return [scene.text[slice(*each.words)] for each in tellings(scene, spots(scene))]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Every board that turns up has to be unwrapped, looked at and written into the book.",
         "Every board that turns up has to be unwrapped, looked at and written into the book"),
        ("A pile of slips waits on the counter and nobody knows whose it is.",
         "A pile of slips waits on the counter and nobody knows whose it is"),
    ],
)  # fmt: skip
def test_a_sentence_that_tells_of_work_and_names_none_is_found(scene: MakeScene, told: str, words: str) -> None:
    assert found(scene(FIRM + told)) == [words]


@pytest.mark.parametrize(
    "told",
    [
        "My daughter plays football on Saturdays and I never see it.",
        "We want to move somewhere by the sea one day.",
        "They come because we know every one of them by name.",
        "We don't ship anything abroad.",
        "Invoices take my whole Saturday morning.",
        "The shop down the road throws away half of what comes in.",
        "Where do I even start?",
        "Ok.",
    ],
)
def test_what_is_no_work_of_the_firm_or_is_named_is_not_asked_about(scene: MakeScene, told: str) -> None:
    assert found(scene(FIRM + told)) == []


def test_an_announcement_is_not_quoted(scene: MakeScene) -> None:
    told = FIRM + "Also the endless to and fro when a customer cannot make it."
    assert found(scene(told)) == ["the endless to and fro when a customer cannot make it"]


def test_a_figure_beside_work_that_has_no_name_yet_fills_no_other_work(scene: MakeScene) -> None:
    told = "Invoices are done by Dee. I run to the shop for wool that we thought we had. That is five hours a week."
    words = "I run to the shop for wool that we thought we had"
    start = told.index(words)
    plain = scene(told)
    invoices = read_scene(replace(plain, besides=(Spot(UNNAMED, start, start + len(words), 0.0),))).process("invoicing")
    assert invoices is not None
    assert invoices.hours_per_week is None
    named = read_scene(replace(plain, besides=(Spot("reordering", start, start + len(words), 1.0),)))
    stock = named.process("reordering")
    assert stock is not None
    assert stock.hours_per_week is not None
    assert stock.hours_per_week.value == 5
    assert (stock.quote or "") in told


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("making the staff rota", "rota"),
        ("Giving out jobs.", "job_dispatch"),
        ("the rota", "rota"),
        ("Well, it's the production, really", "production_plan"),
        ("sending invoices", "invoicing"),
        ("I like cheese", None),
    ],
)
def test_an_answer_names_a_kind_offered_or_any_other(
    scene: MakeScene, catalogue: Catalogue, answer: str, kind: str | None
) -> None:
    assert kind_named(scene(answer), OFFERED, catalogue) == kind


@pytest.mark.parametrize(
    ("answer", "rest"),
    [
        ("Something else", ""),
        ("something else.", ""),
        ("Neither", ""),
        ("None of those, it's the invoices", "it's the invoices"),
        ("No, something else: the invoices", "the invoices"),
        ("That's no work, that's just how it is.", ""),
        ("the first one", None),
        ("Nobody does that", None),
        ("notes after visits", None),
    ],
)
def test_what_stands_beside_a_refusal_is_heard(answer: str, rest: str | None) -> None:
    assert beside_refusal(answer) == rest
