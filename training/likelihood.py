"""`python -m training.likelihood`: the weights by which search says "nothing found".

A logistic regression over what `search.look` sees, on questions of the subject (the seen half of evals/cases, those
named tuned in tests/retrieval/questions.yml, and those of knowledge/asked/ that the tower was not taught, on an index
without them) and on questions of other fields (the same, and those of elsewhere.yml).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Set
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.domain.knowledge import Document
from assistant.encoder import load_encoder
from assistant.retrieval.documents import load_documents
from assistant.retrieval.elsewhere import ElsewhereTexts, elsewhere, load_elsewhere
from assistant.retrieval.index import Index, open_index
from assistant.retrieval.search import Likelihood, Meaning, look
from assistant.retrieval.shelves import Shelves
from assistant.settings import Settings
from training.questions import kept_aside

ROOT = Path(__file__).parents[1]
PENALTY = 0.0002
WRONG, WRONG_BY_WORDS = 0.025, 0.08
"""The share of questions of the subject that may be declined; words alone tell less."""


def questions() -> tuple[list[str], list[str]]:
    """Questions of the subject, and of other fields; none that is kept aside."""
    on: list[str] = []
    off: list[str] = []
    for name in ("retrieval.jsonl", "questions.jsonl"):
        for line in (ROOT / "evals" / "cases" / name).read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if case["seen"]:
                (off if case["off_topic"] else on).append(case["question"])
    told = yaml.safe_load((ROOT / "tests" / "retrieval" / "questions.yml").read_text(encoding="utf-8"))
    on += told["on_tuned"]
    return on, off + told["off_tuned"] + told["near_seen"]


def without(documents: Iterable[Document], aside: Set[str]) -> tuple[Document, ...]:
    """The documents, their sections not asked what is kept aside."""
    return tuple(
        each.model_copy(
            update={
                "asked": {
                    heading: tuple(one for one in asked if one not in aside) for heading, asked in each.asked.items()
                }
            }
        )
        for each in documents
    )


def fit(seen: NDArray[np.float64], is_on: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weights and bias of a balanced logistic regression with a small penalty."""
    inputs = np.column_stack([seen, np.ones(len(seen))])
    share = np.where(is_on, 0.5 / is_on.sum(), 0.5 / (~is_on).sum())
    sign = np.where(is_on, 1.0, -1.0)

    def loss(weights: NDArray[np.float64]) -> float:
        return float((share * np.logaddexp(0, -sign * (inputs @ weights))).sum() + PENALTY * (weights[:-1] ** 2).mean())

    return np.asarray(minimize(loss, np.zeros(inputs.shape[1])).x)


def _seen(index: Index, question: str, meaning: Meaning | None, leave_out: int | None = None) -> tuple[float, ...]:
    """What is weighed for a question; one that stands in elsewhere.yml is left out there."""
    if meaning is not None and leave_out is not None:
        others = np.delete(meaning.elsewhere.questions, leave_out, axis=0)
        meaning = meaning._replace(elsewhere=meaning.elsewhere._replace(questions=others))
    seen = look(index, question, meaning)
    return float(seen.evidence.max()), *seen.signals


def report(name: str, index: Index, meaning: Meaning | None, texts: ElsewhereTexts, aside: Iterable[str]) -> None:
    """Print the weights, the bias at which few questions of the subject are declined, and both error rates."""
    on, off = questions()
    on += aside
    seen = [_seen(index, each, meaning) for each in on + off]
    seen += [_seen(index, each, meaning, leave_out=n) for n, each in enumerate(texts.questions)]
    is_on = np.arange(len(seen)) < len(on)
    weights = fit(np.array(seen), is_on)
    logits = np.array(seen) @ weights[:-1]
    bias = -float(np.quantile(logits[is_on], WRONG if meaning else WRONG_BY_WORDS))
    declined = logits + bias < 0
    named = zip(Likelihood._fields[:-1], weights, strict=False)
    pairs = ", ".join(f"{feature}={weight:.2f}" for feature, weight in named)
    print(f"{name}: {pairs}, bias={bias:.2f}")
    wrongly, rightly = declined[is_on].mean(), declined[~is_on].mean()
    print(f"  declined {wrongly:.3f} of {len(on)} on, {rightly:.3f} of {(~is_on).sum()} off")


def main() -> None:
    """Fit both: by meaning and words, and by words alone."""
    settings = Settings.from_environment()
    encoder = load_encoder(settings)
    knowledge = settings.knowledge()
    shelves = Shelves(Path(mkdtemp()) / "index")
    aside = kept_aside(settings)
    made = shelves.build(without(load_documents(knowledge), set(aside)), encoder, lambda step: None)
    index = open_index(made, with_vectors=True)
    texts = load_elsewhere(knowledge)
    report("HYBRID", index, Meaning(encoder, elsewhere(texts, encoder)), texts, aside)
    report("WORDS_ONLY", index, None, texts, aside)


if __name__ == "__main__":
    main()
