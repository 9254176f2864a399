"""`python -m training.average reader A B C`: the mean of what several courses of one tower learnt, as its weights.

A, B and C are `deltas.npz` files of courses that went on from one another; the even mean of such weights reads unseen
texts better than each of them (a "uniform soup": Wortsman et al. 2022, https://arxiv.org/abs/2203.05482).
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.encoder.tower import DELTAS, GRAPH, weights_folder
from training.export import keep

Learnt = dict[str, NDArray[np.generic]]


def average(courses: list[Learnt]) -> Learnt:
    """The mean of each learnt array; raises ValueError where the courses do not name the same things."""
    first, *rest = courses
    found: Learnt = {}
    if apart := {name for each in rest for name in set(first) ^ set(each)}:
        raise ValueError(f"{', '.join(sorted(apart))}: not in every course (`training.at_all` comes after)")
    for name, each in first.items():
        if each.dtype.kind == "f":
            found[name] = np.mean([one[name].astype(np.float32) for one in courses], axis=0).astype(each.dtype)
        elif all(np.array_equal(each, one[name]) for one in rest):
            found[name] = each
        else:
            raise ValueError(f"{name} differs between the courses; average only what was taught for the same names")
    return found


def load(path: Path) -> Learnt:
    """The arrays of a file of weights."""
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def main() -> None:
    """Write the mean as the weights of a tower."""
    asked = ArgumentParser(prog="python -m training.average", description=__doc__.splitlines()[0])
    asked.add_argument("tower", help="the folder of assistant/weights that gets the mean: reader, plans, questions")
    asked.add_argument("files", type=Path, nargs="+", help=f"files like {DELTAS}, one a course")
    given = asked.parse_args()
    where = weights_folder(given.tower)
    keep(where, (where / GRAPH).read_bytes(), average([load(each) for each in given.files]))


if __name__ == "__main__":
    main()
