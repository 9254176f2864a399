"""`python -m training.notes`: teaches which sentences speak to a machine, on the states of the tower of clauses.

One logistic regression on sentences read by themselves: notes of training/papers and the open half of the public
attacks against all other sentences of the papers, sentences of contracts that are not held out, and the drafting notes
of every other standard form. A minute or two.
"""

from __future__ import annotations

import random
from argparse import ArgumentParser
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant.encoder import ClauseReader, Sentence
from assistant.encoder.tower import DELTAS, weights_folder
from assistant.settings import Settings
from assistant.vendors.segments import split
from evals.contracts import CONTRACTS, held_out, load_contracts
from evals.suites.injections import PUBLIC
from evals.suites.proposals import open_forms
from training.vendor_papers import load_papers, machine_notes

NOTE = "machine_note"
STRENGTH = 0.3
CONTRACT_SENTENCES = 6_000
CAREFUL = 1.0
"""How much likelier than not, as a logarithm of odds, a sentence must be a note: one in a thousand honest ones is."""


def main() -> None:
    """Teach the head and write it beside the others."""
    asked = ArgumentParser(prog="python -m training.notes", description=__doc__.splitlines()[0])
    asked.add_argument("--into", type=Path, default=weights_folder("clauses"))
    folder = asked.parse_args().into
    root = Settings.from_environment().eval_root()
    told = [each for paper in load_papers() for each in paper.told]
    notes = [each.sentence.text for each in told if NOTE in each.types]
    notes += [each.sentence.text for each in machine_notes(root / PUBLIC).told]
    others = [each.sentence.text for each in told if NOTE not in each.types]
    contracts = load_contracts(root / CONTRACTS)
    held = held_out(contracts)
    sentences = [one.words for each in contracts if each.name not in held for one in split(each.text)]
    others += random.Random(0).sample(sentences, CONTRACT_SENTENCES)
    others += [one.words for path in open_forms(root) for one in split(path.read_text(encoding="utf-8"))]
    rows = ClauseReader(folder).rows([Sentence(each) for each in (*notes, *others)])
    marks = np.arange(len(rows)) < len(notes)
    model = LogisticRegression(C=STRENGTH, max_iter=2_000).fit(rows, marks)
    given = model.decision_function(rows) > CAREFUL
    print(
        f"{len(notes)} notes, {given[marks].mean():.3f} known; {len(others)} others, {given[~marks].mean():.4f} taken"
    )
    with np.load(folder / DELTAS, allow_pickle=False) as stored:
        learnt = {name: stored[name] for name in stored.files}
    learnt["notes/weight"] = model.coef_.astype(np.float16)
    learnt["notes/bias"] = (model.intercept_ - CAREFUL).astype(np.float16)
    with (folder / DELTAS).open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **learnt)


if __name__ == "__main__":
    main()
