"""A table of figures as a picture, for RESULTS.md."""

from __future__ import annotations

from pathlib import Path

from evals.suite import Table

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
STYLES = ("-", "--", ":")
"""Lines that stay apart in grey."""


def draw(name: str, table: Table) -> Path:
    """The columns of a table over its first one, as `docs/pictures/NAME.svg`; the same figures give the same file."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": name, "svg.fonttype": "none", "font.family": "sans-serif"})
    from matplotlib import pyplot

    across = [float(line[0]) for line in table.lines]
    figure, axes = pyplot.subplots(figsize=(7, 3.6), layout="constrained")
    for place, head in enumerate(table.heads[1:], start=1):
        heights = [float(line[place]) for line in table.lines]
        axes.plot(across, heights, STYLES[(place - 1) % len(STYLES)], label=head, color="black")
    axes.set(xlabel=table.heads[0], ylabel=table.chart)
    axes.legend(frameon=False)
    path = FOLDER / f"{name}.svg"
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
    return path
