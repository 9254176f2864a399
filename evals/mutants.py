"""How many slips in the arithmetic and the logic of estimates and rules the tests notice: `make mutants`.

mutmut changes one thing in a function, a mutant, and runs the tests; what it found lies in `mutants/`. Slips count in
figures, operators, comparisons, and/or/not, yes/no and lost values; those in words, names and docstrings do not. It
ends with 1 where fewer are noticed than the bar asks for, or none was tried.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MADE = Path("mutants")
LEFT_ALIVE = (0, 5, 33)
"""How the tests end that notice nothing: all pass, none is found, none was ever seen to enter the function."""
NOT_RUN = (None, 2, 34)
"""Nothing tried yet, interrupted, skipped."""
BAR = 0.90


@dataclass(frozen=True)
class Mutant:
    """One changed function: the change as `before -> after`, whether a test failed on it, None where none was run."""

    module: str
    name: str
    change: str
    counts: bool
    killed: bool | None


def mutants(made: Path = MADE) -> Iterator[Mutant]:
    """Every mutant that mutmut made in a folder; FileNotFoundError where it has made none."""
    results = sorted(made.rglob("*.py.meta"))
    if not results:
        raise FileNotFoundError(f"no results of mutmut under {made.resolve()}: run `make mutants`")
    for result in results:
        functions = _functions(result.with_suffix("").read_text(encoding="utf-8"))
        for name, status in json.loads(result.read_text(encoding="utf-8"))["exit_code_by_key"].items():
            module, _, mangled = name.rpartition(".")
            before, after = change(functions[f"{mangled.partition('__mutmut_')[0]}__mutmut_orig"], functions[mangled])
            killed = None if status in NOT_RUN else status not in LEFT_ALIVE
            yield Mutant(module, name, f"{_code(before)} -> {_code(after)}", is_counted(before, after), killed)


def _functions(source: str) -> dict[str, ast.AST]:
    """Functions and methods by their mangled names."""
    return {each.name: each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.FunctionDef)}


def change(one: ast.AST, other: ast.AST) -> tuple[ast.AST, ast.AST]:
    """The smallest parts by which two functions differ, their own names apart."""
    if type(one) is not type(other):
        return one, other
    differing = [
        name
        for name in one._fields
        if name != "name" and not _same(getattr(one, name, None), getattr(other, name, None))
    ]
    if len(differing) != 1:
        return one, other
    before, after = getattr(one, differing[0]), getattr(other, differing[0])
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = [(left, right) for left, right in zip(before, after, strict=True) if not _same(left, right)]
        before, after = pairs[0] if len(pairs) == 1 else (None, None)
    if isinstance(before, ast.AST) and isinstance(after, ast.AST):
        return change(before, after)
    return one, other


def is_counted(before: ast.AST, after: ast.AST) -> bool:
    """True for a slip in a figure, an operator, a comparison, logic or a value; not in words, their case or a name."""
    if isinstance(before, ast.Call) and isinstance(after, ast.Call):
        return not all(map(_is_words, _lost(before, after)))
    renamed = isinstance(before, ast.Attribute) and isinstance(after, ast.Attribute)
    return not (_is_words(before) or renamed)


def _lost(before: ast.Call, after: ast.Call) -> list[ast.expr]:
    """Arguments that a call has no more."""
    kept = [ast.dump(each) for each in (*after.args, *after.keywords)]
    plain = [each for each in before.args if ast.dump(each) not in kept]
    return plain + [each.value for each in before.keywords if ast.dump(each) not in kept]


def _is_words(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _same(one: object, other: object) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, ast.AST) and isinstance(other, ast.AST):
        return ast.dump(one) == ast.dump(other)
    return type(one) is type(other) and one == other


def _code(node: ast.AST) -> str:
    return ast.unparse(node) if isinstance(node, (ast.expr, ast.stmt, ast.keyword)) else type(node).__name__


def report(found: Sequence[Mutant]) -> str:
    """Each survivor that counts, then the share killed by module and of all, as markdown."""
    counted = _tried(found)
    lines = [f"{each.name}: {' '.join(each.change.split())}" for each in counted if not each.killed]
    lines += ["", "| module | mutants | killed |", "|---|---|---|"]
    for module in sorted({each.module for each in counted}):
        lines.append(_row(module, [each for each in counted if each.module == module]))
    lines.append(_row(f"**all** (bar {BAR:.2f})", counted))
    unrun, words = sum(each.killed is None for each in found), sum(not each.counts for each in found)
    return "\n".join([*lines, "", f"Left out: {words} in words and names; not run: {unrun}."])


def _row(name: str, some: Sequence[Mutant]) -> str:
    return f"| {name} | {len(some)} | {_share_killed(some):.3f} |"


def _tried(found: Sequence[Mutant]) -> list[Mutant]:
    """The mutants that count and that tests were run on."""
    return [each for each in found if each.counts and each.killed is not None]


def _share_killed(some: Sequence[Mutant]) -> float:
    return sum(bool(each.killed) for each in some) / len(some) if some else 0.0


def main(made: Path = MADE) -> int:
    """Prints the report; the exit code is 1 below the bar."""
    found = list(mutants(made))
    print(report(found))
    return 0 if _share_killed(_tried(found)) >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
