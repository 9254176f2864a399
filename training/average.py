"""`python -m training.average reader A B`: the even mean of what several courses of one tower learnt, as its weights.

A and B are `deltas.npz` files of courses that were taught for the same names. What was learnt is averaged as a map, not
as the two low-rank halves that it is kept in: the halves are set beside one another, each with its share. The mean of
such courses decides better in talks than either of them (a "uniform soup": Wortsman et al. 2022,
https://arxiv.org/abs/2203.05482).
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.encoder.tower import DELTAS, GRAPH, weights_folder
from training.export import keep, load

Learnt = dict[str, NDArray[np.generic]]
UP, DOWN = "/up", "/down"


def average(courses: list[Learnt]) -> Learnt:
    """The mean of everything learnt; raises ValueError where the courses do not name the same things."""
    first, *rest = courses
    if apart := {name for each in rest for name in set(first) ^ set(each)}:
        raise ValueError(f"{', '.join(sorted(apart))}: not in every course")
    return {name: _mean(name, [each[name] for each in courses]) for name in first}


def _mean(name: str, arrays: list[NDArray[np.generic]]) -> NDArray[np.generic]:
    first = arrays[0]
    if first.dtype.kind != "f":
        if not all(np.array_equal(first, each) for each in arrays[1:]):
            raise ValueError(f"{name} differs between the courses: average only what was taught for the same names")
        return first
    wide = [each.astype(np.float32) for each in arrays]
    if name.endswith(UP):
        made = np.concatenate(wide, axis=1) / len(arrays)
    elif name.endswith(DOWN):
        made = np.concatenate(wide, axis=0)
    else:
        made = np.mean(np.stack(wide), axis=0)
    return made.astype(first.dtype)


def narrowed(learnt: Learnt, rank: int) -> Learnt:
    """The same maps by their `rank` largest singular directions; the rest is cut off."""
    made = dict(learnt)
    for name in (each.removesuffix(UP) for each in learnt if each.endswith(UP)):
        up, down = (learnt[name + part].astype(np.float32) for part in (UP, DOWN))
        left, sizes, right = np.linalg.svd(up @ down, full_matrices=False)
        root = np.sqrt(sizes[:rank])
        made[name + UP] = (left[:, :rank] * root).astype(learnt[name + UP].dtype)
        made[name + DOWN] = (root[:, None] * right[:rank]).astype(learnt[name + DOWN].dtype)
    return made


def main() -> None:
    """Write the mean as the weights of a tower."""
    asked = ArgumentParser(prog="python -m training.average", description=__doc__.splitlines()[0])
    asked.add_argument("tower", help="the folder of assistant/weights that gets the mean")
    asked.add_argument("files", type=Path, nargs="+", help=f"files like {DELTAS}, one a course")
    asked.add_argument("--rank", type=int, help="keep so many directions of each map; all of them where it is left out")
    given = asked.parse_args()
    where = weights_folder(given.tower)
    mean = average([load(each) for each in given.files])
    keep(where, (where / GRAPH).read_bytes(), narrowed(mean, given.rank) if given.rank else mean)


if __name__ == "__main__":
    main()
