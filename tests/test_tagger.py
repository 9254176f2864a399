"""The tagger: its decoding, its places, and that the weights in the package do what their card says."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from assistant.encoder import Tagger
from assistant.encoder.spans import best_path, nearness, pieces_of, runs, sentence_of, whole_words
from assistant.encoder.tower import DELTAS, GRAPH, weights_folder
from assistant.errors import EncoderMissing
from assistant.language import quantities
from training.markup import Mark, parse

WORDS = "We are four. I write 25 invoices a week in QuickBooks, ten minutes each, and half of them are paid late."


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


def test_it_finds_work_tools_and_what_each_figure_is(tagger: Tagger) -> None:
    figures = quantities.find(WORDS)
    tagged = tagger.tag(WORDS, [(each.start, each.end) for each in figures])
    kinds = {each.kind for each in tagged.tags}
    assert {"work", "tool"} <= kinds
    work = next(each for each in tagged.tags if each.kind == "work")
    assert work.works[0][0] == "invoicing"
    roles = {each.quote: role for each, role in zip(figures, tagged.roles, strict=True)}
    assert roles["25 invoices a week"].name == "items"
    assert roles["ten minutes each"].name == "each"
    works = [(each.start, each.end) for each in tagged.tags if each.kind == "work"]
    about = tagger.about(tagged, "figure", [(each.start, each.end) for each in figures[1:3]], works)
    assert all(each is not None for each in about)
    assert tagger.about(tagged, "figure", [], works) == []
    assert tagger.about(tagged, "figure", [(0, 2)], []) == [None]


def test_words_that_are_offered_as_work_need_less_to_be_tagged(tagger: Tagger) -> None:
    text = "We are a small firm. The zither is in tune, and the weather is fine."
    place = (text.index("zither"), text.index("zither") + len("zither"))
    taken = [tagger.tag(text, [], {place: least}).tags for least in (0.0, 1.1)]
    assert ("work", *place) in {(each.kind, each.start, each.end) for each in taken[0]}
    assert ("work", *place) not in {(each.kind, each.start, each.end) for each in taken[1]}


def test_every_share_is_one_and_every_span_is_whole_words_of_the_text(tagger: Tagger) -> None:
    figures = [(each.start, each.end) for each in quantities.find(WORDS)]
    tagged = tagger.tag(WORDS, figures)
    for role in tagged.roles:
        assert sum(role.shares.values()) == pytest.approx(1, abs=1e-4)
    for tag in tagged.tags:
        assert 0 <= tag.start < tag.end <= len(WORDS)
        assert not (tag.start and WORDS[tag.start - 1].isalnum() and WORDS[tag.start].isalnum())
        assert 0 <= tag.score <= 1


@pytest.mark.parametrize("text", ["", " ", "\n", "👍", "a", "7", "....", "\u200b"])
def test_hardly_any_words_are_no_error(tagger: Tagger, text: str) -> None:
    figures = [(each.start, each.end) for each in quantities.find(text)]
    assert len(tagger.tag(text, figures).roles) == len(figures)


def test_a_long_text_is_read_to_its_end_and_like_a_short_one(tagger: Tagger) -> None:
    filler = "The weather was fine and nothing happened. " * 80
    tagged = tagger.tag(filler + WORDS, [])
    found = [(filler + WORDS)[each.start : each.end] for each in tagged.tags if each.kind == "tool"]
    assert "QuickBooks" in found


def test_weights_that_are_missing_or_not_ours_are_told_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(EncoderMissing, match="install again"):
        Tagger(tmp_path)
    shutil.copy(weights_folder("reader") / GRAPH, tmp_path / GRAPH)
    (tmp_path / DELTAS).write_bytes(b"no archive")
    with pytest.raises(EncoderMissing, match="install again"):
        Tagger(tmp_path)


def test_the_best_path_has_no_inside_without_a_beginning() -> None:
    shares = np.array([[[0.4, 0.1, 0.5]], [[0.1, 0.2, 0.7]], [[0.8, 0.1, 0.1]], [[0.1, 0.8, 0.1]]], dtype=np.float32)
    logs = np.log(shares)
    assert best_path(logs, np.zeros(4, dtype=np.bool_))[:, 0].tolist() == [0, 1, 0, 1]
    glued = np.array([False, False, False, True])
    assert best_path(logs, glued)[:, 0].tolist() == [0, 1, 0, 0]


def test_spans_run_from_a_beginning_to_the_next_outside_or_beginning() -> None:
    assert list(runs(np.array([0, 1, 2, 1, 0, 1]))) == [(1, 3), (3, 4), (5, 6)]
    assert list(runs(np.array([1, 2, 2]))) == [(0, 3)]
    assert list(runs(np.array([0, 0]))) == []


def test_places_and_distances() -> None:
    text = "We quote. Bills go out. It takes an hour."
    assert pieces_of([(0, 2), (3, 8), (8, 9)], 3, 8) == (1, 2)
    assert whole_words(text, 4, 7) == (3, 8)
    assert text[slice(*sentence_of(text, 10, 15))].strip() == "Bills go out"
    near = nearness(text, [(32, 39)], [(3, 8), (10, 15)])
    assert near[0, 1] % 2 == 1  # nothing stands between
    assert near[0, 0] % 2 == 0
    assert near[0, 0] // 2 > near[0, 1] // 2  # two sentences back, and one


def test_marks_are_parsed_nested_and_bad_ones_are_named() -> None:
    marked = parse(r"[pain|we lose [wrong:returns|one in ten]] on [tool|paper]\nso")
    assert marked.text == "we lose one in ten on paper\nso"
    assert marked.marks[0] == Mark(("pain",), 0, 18)
    assert (marked.marks[1].kind, marked.marks[1].work) == ("wrong", "returns")
    timed = parse("[items:invoicing@month|25] and [hours:rota@none|an hour] and [each|10 minutes]").marks
    assert [each.per for each in timed] == ["month", "", None]
    for bad in ("[work:x|never closed", "a ] b", "a | b", "[no bar]"):
        with pytest.raises(ValueError, match="mark"):
            parse(bad)
