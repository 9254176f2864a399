"""What is promised, and is anything said behind your back?

`level` is the risk that knowledge/vocabulary/vendor_thresholds.yml gives to the fact: ok, watch, flag or blocker.
"""

from assistant.rulebook import rule


@rule(
    id="VN33",
    severity="should",
    dimension="governance",
    scope="proposal",
    seeds=("S17",),
    title="Promises come with evidence",
    why="A figure without a baseline is advertising.",
    source="roi-claims#when-to-worry",
    fails={"promise": "a figure without evidence", "level": "flag"},
    remedy="Ask for two customers of your size, six months in ({promise}).",
)
def promises_have_evidence(promise: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN34",
    severity="should",
    dimension="governance",
    scope="proposal",
    seeds=("S17",),
    title="Nothing is hidden in the paper",
    why="Text that you were not meant to read says something about the sender.",
    source="hidden-instructions#when-to-worry",
    fails={"hidden_passages": 1.0, "level": "flag"},
    remedy="Ask why it is in the document. It has not moved this judgement.",
)
def nothing_is_hidden(hidden_passages: float, level: str) -> bool:
    return level == "ok"


PROMISES = (
    promises_have_evidence,
    nothing_is_hidden,
)
