"""`python -m training.questions`: teaches the question tower which passage answers which of knowledge/asked/.

Only low-rank additions to the encoder of questions and one map of passage rows are learnt, by a softmax over all
passages for each question (Karpukhin et al. 2020, with every passage as a negative). It takes about ten minutes.
"""

from __future__ import annotations

import logging
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import numpy as np
import torch
from safetensors.numpy import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder import BundledEncoder, PublishedEncoder
from assistant.encoder.pinned import pinned_folder
from assistant.encoder.tuned import DELTAS, GRAPH, MAPS, initializers, weights_folder
from assistant.retrieval.documents import load_documents
from assistant.retrieval.passages import split
from assistant.settings import Settings
from training.tower import GAIN, WIDTH, Tower

logger = logging.getLogger(__name__)
EPOCHS, BATCH, POOL = 3, 64, 1024
RATE, PASSAGE_RATE, DECAY, WARM_UP = 1e-3, 1e-3, 0.01, 30
TEMPERATURE = 0.05
KEPT = 0.7
"""How much of what was learnt is kept, between the published model and the taught one (Wortsman et al. 2022).

At 1, hit@5 on the seen questions was 0.874 and nDCG@10 0.427 and 0.441 on Cranfield and CISI; at 0.7, 0.874, 0.435
and 0.448."""
MOST_WORDPIECES = 96
HELD_OUT = 40
"""One question of so many is kept aside, to see how well the rest teach."""


class Lesson(NamedTuple):
    """Wordpieces of questions, the number of the passage that answers each, and the rows of all passages."""

    questions: list[list[int]]
    answers: np.ndarray[tuple[int], np.dtype[np.int64]]
    passages: Tensor


class PassageMap(nn.Module):
    """Rows of passages moved a little towards the questions that they answer."""

    def __init__(self) -> None:
        super().__init__()
        self.map = nn.Linear(WIDTH, WIDTH)
        nn.init.zeros_(self.map.weight)
        nn.init.zeros_(self.map.bias)

    def forward(self, rows: Tensor) -> Tensor:
        """Unit rows for unit rows."""
        return functional.normalize(rows + self.map(rows), dim=-1)


def lesson(settings: Settings, tokenizer: Tokenizer) -> Lesson:
    """Every question of knowledge/asked/ with the passage that it stands for."""
    pieces = split(load_documents(settings.knowledge()))
    rows = torch.tensor(BundledEncoder().encode([each.embedded for each in pieces]))
    pairs = [(question, n) for n, each in enumerate(pieces) for question in each.asked]
    asked = [encoding.ids[:MOST_WORDPIECES] for encoding in tokenizer.encode_batch([each for each, _ in pairs])]
    return Lesson(asked, np.array([n for _, n in pairs]), rows)


def train(taught: Lesson, tower: Tower, passage_map: PassageMap, seed: int) -> None:
    """Teach both in place."""
    rng = np.random.default_rng(seed)
    kept = np.arange(len(taught.questions)) % HELD_OUT == 0
    learners = [each for each in tower.parameters() if each.requires_grad]
    groups = [{"params": learners, "lr": RATE}, {"params": passage_map.parameters(), "lr": PASSAGE_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = EPOCHS * (1 + int((~kept).sum()) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / WARM_UP) * max(0.0, 1 - step / steps)
    )
    for epoch in range(EPOCHS):
        total = 0.0
        batches = _batches(taught, np.flatnonzero(~kept), rng)
        for batch in batches:
            scores = _rows(tower, [taught.questions[n] for n in batch]) @ passage_map(taught.passages).T
            loss = functional.cross_entropy(scores / TEMPERATURE, torch.tensor(taught.answers[batch]))
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {_held_out(taught, kept, tower, passage_map)}")


def _held_out(
    taught: Lesson, kept: np.ndarray[tuple[int], np.dtype[np.bool_]], tower: Tower, passages: PassageMap
) -> str:
    numbers = np.flatnonzero(kept)
    with torch.no_grad():
        scores = _rows(tower, [taught.questions[n] for n in numbers]) @ passages(taught.passages).T
    best = scores.topk(5).indices.numpy()
    hits = (best == taught.answers[numbers][:, None]).any(axis=1)
    return f"hit@5 {hits.mean():.3f} of {len(numbers)} kept aside"


def _batches(
    taught: Lesson, numbers: np.ndarray[tuple[int], np.dtype[np.int64]], rng: np.random.Generator
) -> list[list[int]]:
    """Numbers in random order, questions of like length together."""
    shuffled = rng.permutation(numbers)
    pools = np.array_split(shuffled, max(1, len(shuffled) // POOL))
    ordered = [sorted(pool.tolist(), key=lambda n: len(taught.questions[n])) for pool in pools]
    batches = [pool[start : start + BATCH] for pool in ordered for start in range(0, len(pool), BATCH)]
    return [batches[n] for n in rng.permutation(len(batches))]


def _rows(tower: Tower, pieces: list[list[int]]) -> Tensor:
    longest = max(len(each) for each in pieces)
    ids = torch.tensor([each + [0] * (longest - len(each)) for each in pieces])
    mask = torch.tensor([[1] * len(each) + [0] * (longest - len(each)) for each in pieces])
    return tower.forward(ids, mask)


def deltas(tower: Tower, passage_map: PassageMap) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float16]]]:
    """What was learnt, at half precision, by the published names of the maps that it is added to."""
    found = {}
    for number, layer in enumerate(tower.encoders()):
        for name in MAPS:
            adapted = layer.adapted(name)
            full = f"encoder.layer.{number}.{name}.weight"
            found[f"{full}/up"] = (KEPT * GAIN * adapted.up).detach().numpy().astype(np.float16)
            found[f"{full}/down"] = adapted.down.detach().numpy().astype(np.float16)
    found["passages/weight"] = (KEPT * passage_map.map.weight).detach().numpy().astype(np.float16)
    found["passages/bias"] = (KEPT * passage_map.map.bias).detach().numpy().astype(np.float16)
    return found


def graph(tower: Tower) -> bytes:
    """The forward pass as ONNX without weights: whoever loads it hands them in under their published names."""
    import onnx

    tower.eval()
    ids = torch.tensor([[101, 2054, 102], [101, 102, 0]])
    axes = {"ids": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"}, "rows": {0: "batch"}}
    made = Path(mkdtemp()) / GRAPH
    torch.onnx.export(
        tower.merged(), (ids, (ids > 0).long()), made, dynamo=False, opset_version=17,
        input_names=["ids", "mask"], output_names=["rows"], dynamic_axes=axes, keep_initializers_as_inputs=False,
        do_constant_folding=False,
    )  # fmt: skip
    handed_in = initializers(load_file(tower.published), {})
    model = onnx.load(made)
    for tensor in model.graph.initializer:
        if tensor.name in handed_in:
            size = len(tensor.raw_data)
            tensor.ClearField("raw_data")
            tensor.data_location = onnx.TensorProto.EXTERNAL
            for key, value in (("location", "handed-in"), ("length", str(size))):
                entry = tensor.external_data.add()
                entry.key, entry.value = key, value
    return bytes(model.SerializeToString())


def main() -> None:
    """Train and write the files of assistant/weights/questions."""
    settings = Settings.from_environment()
    torch.manual_seed(settings.seed)
    folder = pinned_folder(PublishedEncoder.package)
    if folder is None:
        raise SystemExit("the published encoder is not installed")
    tokenizer = Tokenizer.from_file(str(folder / "model" / "tokenizer.json"))
    tokenizer.no_padding()
    taught = lesson(settings, tokenizer)
    tower, passage_map = Tower(folder / "model" / "model.safetensors"), PassageMap()
    print(f"{len(taught.questions)} questions, {len(taught.passages)} passages")
    train(taught, tower, passage_map, settings.seed)
    write(weights_folder(), tower, passage_map)


def write(where: Path, tower: Tower, passage_map: PassageMap) -> None:
    """Keep graph and deltas; their digest is printed."""
    where.mkdir(parents=True, exist_ok=True)
    (where / GRAPH).write_bytes(graph(tower))
    with (where / DELTAS).open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **deltas(tower, passage_map))
    digest = sha256((where / GRAPH).read_bytes() + (where / DELTAS).read_bytes()).hexdigest()
    print(f"{where}: {digest[:12]}")


if __name__ == "__main__":
    main()
