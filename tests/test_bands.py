"""The table of sizes: whole, sourced, and refused in one line where a row is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.alignment.rules.delivery import there_is_a_pilot
from assistant.catalogue import Catalogue, load_bands
from assistant.domain.bands import Band, Grounds
from assistant.domain.profile import STAGES, Business, Profile
from assistant.errors import BadInput
from tests.builders import fact
from tests.conftest import KNOWLEDGE


@pytest.mark.parametrize(
    ("people", "name"),
    [(None, "micro"), (1, "solo"), (1.5, "micro"), (2, "micro"), (9, "micro"), (10, "small"), (49, "small"),
     (50, "medium"), (249, "medium"), (600, "medium")],
)  # fmt: skip
def test_every_headcount_has_its_band(catalogue: Catalogue, people: float | None, name: str) -> None:
    assert catalogue.bands.of(people).id == name


def test_every_column_says_what_it_rests_on(catalogue: Catalogue) -> None:
    assert set(Grounds.model_fields) == set(Band.model_fields) - {"id"}
    grounds = catalogue.bands.basis
    assert all(getattr(grounds, name).says for name in Grounds.model_fields)
    assert grounds.changes_at_once.strength == "assumed"


def test_a_larger_firm_carries_no_less(catalogue: Catalogue) -> None:
    rows = catalogue.bands.bands
    assert [each.changes_at_once for each in rows] == sorted(each.changes_at_once for each in rows)
    assert [max(each.post_hours, default=0.0) for each in rows] == [0.0, 20.0, 40.0, 40.0]


def test_the_document_on_changes_at_once_says_what_the_table_says(catalogue: Catalogue) -> None:
    document = (KNOWLEDGE / "patterns" / "order-of-steps.md").read_text(encoding="utf-8")
    counts = ("none", "one", "two", "three")
    spans = re.findall(r"(one|two|three) (?:change open at a time )?in (?:one|a firm) of (\d+)-(\d+)", document)
    said = {people: counts.index(count) for count, first, last in spans for people in range(int(first), int(last) + 1)}
    assert said == {people: catalogue.bands.of(people).changes_at_once for people in range(1, 250)}


def test_means_that_fit_are_at_most_a_stage_ahead(catalogue: Catalogue) -> None:
    for each in catalogue.bands.bands:
        assert 0 <= STAGES.index(each.highest_means) - STAGES.index(each.stage) <= 1


def test_every_try_is_one_that_the_validator_calls_small(catalogue: Catalogue) -> None:
    new = catalogue.bands.new_to_it
    for band in catalogue.bands.bands:
        first = band.first_step
        for weeks in (first.weeks, first.weeks_if_free):
            assert there_is_a_pilot.holds(weeks, first.share)
            for step in new.steps:
                longer = min(new.most_weeks, weeks + step.more_weeks)
                assert longer > weeks
                assert there_is_a_pilot.holds(longer, first.share * step.share)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("people: [10, 49]", "people: [9, 49]", r"band 'small', people 9-49, overlaps the one before; begin it at 10"),
        ("people: [10, 49]", "people: [12, 49]", r"band 'small', people 12-49, leaves a gap; begin it at 10"),
        ("people: [1, 1]", "people: [0, 1]", r"band 'solo', people 0-1, overlaps"),
        ("people: [50, 249]", "people: [50, 49]", r"band 'medium', people 50-49, is empty"),
        ("stage: scaling", "stage: huge", r"key 'bands\.2\.stage'.*'huge'"),
        ("highest_means: mature", "highest_means: grand", r"key 'bands\.2\.highest_means'.*'grand'"),
        ("- id: solo", "- id: micro", r"bands are micro, micro, small, medium; give solo, micro, small, medium"),
        ("changes_at_once: 1", "changes_at_once: 0", r"key 'bands\.0\.changes_at_once'"),
        ("unknown: micro", "unknown: tiny", r"key 'unknown'.*'tiny'"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_in_one_line(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    real = (KNOWLEDGE / "vocabulary" / "bands.yml").read_text(encoding="utf-8")
    (tmp_path / "vocabulary").mkdir()
    spoiled = real.replace(right, wrong, 1)
    assert spoiled != real
    (tmp_path / "vocabulary" / "bands.yml").write_text(spoiled, encoding="utf-8")
    with pytest.raises(BadInput, match=rf"bands\.yml: .*{said}") as caught:
        load_bands(tmp_path)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("people", "told", "stage", "highest"),
    [
        (5.0, None, "early", "scaling"),
        (30.0, None, "scaling", "mature"),
        (90.0, "early", "early", "scaling"),
        (5.0, "mature", "mature", "mature"),
        (5.0, "thriving", "early", "scaling"),
        (None, "scaling", "scaling", "mature"),
        (None, None, None, "scaling"),
    ],
)
def test_the_stage_is_told_else_follows_the_size_else_is_not_known(
    catalogue: Catalogue, people: float | None, told: str | None, stage: str | None, highest: str
) -> None:
    business = Business(headcount=fact(people) if people else None, stage=fact(told) if told else None)
    found = catalogue.bands.stage_of(Profile(business=business))
    assert (found.value if found else None) == stage
    assert found is None or (found.basis == "owner") == (told == stage)
    assert catalogue.bands.highest_means(Profile(business=business)) == highest
