"""What `doctor` says: what is there, what is configured, where data is kept. Never an owner's words."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from assistant.conversation.shelf import Shelf
from assistant.domain.facts import Noun
from assistant.errors import AssistantError
from assistant.language.phrases import say_day
from assistant.retrieval.collection import collections
from assistant.retrieval.documents import anchor
from assistant.store.log import TurnLog

PACKAGES = (
    "plumbline", "gradio", "chromadb", "langchain", "langchain-core", "sentence-transformers", "torch", "onnxruntime",
)  # fmt: skip
LEAST_FREE_MB = 200
OLD_NAMED = 3


class Check(Noun):
    """One thing looked at; `ok` is False where something should be done."""

    name: str
    ok: bool
    says: str


class Health(Noun):
    """Everything that was looked at."""

    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """True where nothing needs doing."""
        return all(each.ok for each in self.checks)


def examine(shelf: Shelf, log: TurnLog) -> Health:
    """The state of this installation."""
    return Health(
        checks=(
            *_packages(),
            _home(shelf),
            _sessions(log),
            *_tables(shelf),
            *_index(shelf),
            *_dates(shelf),
            *_collections(shelf),
            _model(shelf, log),
        )
    )


def _packages() -> tuple[Check, ...]:
    found = [Check(name="python", ok=True, says=platform.python_version())]
    for name in PACKAGES:
        try:
            found.append(Check(name=name, ok=True, says=version(name)))
        except PackageNotFoundError:
            found.append(Check(name=name, ok=False, says="not installed: install Plumbline again"))
    return tuple(found)


def _home(shelf: Shelf) -> Check:
    home = shelf.settings.home
    free = shutil.disk_usage(home).free // 1_000_000
    says = f"{home} ({free} MB free); delete this folder and nothing of yours is left"
    return Check(name="home", ok=free >= LEAST_FREE_MB, says=says)


def _sessions(log: TurnLog) -> Check:
    return Check(name="sessions", ok=True, says=f"{len(log.sessions())} kept")


def _tables(shelf: Shelf) -> tuple[Check, ...]:
    try:
        tables = shelf.catalogue
    except AssistantError as exc:
        return (Check(name="knowledge tables", ok=False, says=str(exc)),)
    says = f"{len(tables.processes)} kinds of work, {len(tables.means)} means, {len(shelf.questions.kinds)} questions"
    return (Check(name="knowledge tables", ok=True, says=says),)


def _index(shelf: Shelf) -> tuple[Check, ...]:
    try:
        state = shelf.library.state()
    except AssistantError as exc:
        return (Check(name="index", ok=False, says=str(exc)),)
    return (Check(name="index", ok=True, says=state.says),)


def _dates(shelf: Shelf) -> Iterator[Check]:
    """Whether what the knowledge base says of prices and law was read lately enough."""
    try:
        dated = shelf.library.dated()
    except AssistantError:
        return  # `_index` says why
    today = shelf.settings.today
    old = [anchor(each.document_id, each.heading) for each in dated if each.may_have_changed(today)]
    ends = min((each.check_after for each in dated if each.check_after), default=None)
    if old:
        more = f" and {len(old) - OLD_NAMED} more" if len(old) > OLD_NAMED else ""
        says = (
            f"{len(old)} of {len(dated)} sections on prices or law may have changed"
            f" ({', '.join(old[:OLD_NAMED])}{more}); answers from them say so; install the newest Plumbline"
        )
        yield Check(name="knowledge dates", ok=False, says=says)
    elif ends:
        says = f"{len(dated)} sections on prices or law, none due to be read again before {say_day(ends)}"
        yield Check(name="knowledge dates", ok=True, says=says)


def _collections(shelf: Shelf) -> Iterator[Check]:
    """Each collection of the owner's own documents, and how its index stands."""
    for name in collections(shelf.settings):
        try:
            state = shelf.collection(name).library.state()
        except AssistantError as exc:
            yield Check(name=f"collection {name}", ok=False, says=str(exc))
        else:
            yield Check(name=f"collection {name}", ok=state.notice is None, says=state.says)


def _model(shelf: Shelf, log: TurnLog) -> Check:
    """What is configured, and what became of the sentences of models in the talks that are kept."""
    try:
        name = shelf.adviser.name
    except AssistantError as exc:
        return Check(name="chat model", ok=False, says=str(exc))
    used, failed = log.usage()
    says = name or "none configured; everything works without one"
    if used.calls:
        price = shelf.settings.model_price
        total = used.tokens_in + used.tokens_out
        cost = f" (cost {total * price / 1_000_000:,.2f})" if price is not None else ""
        says += (
            f"; in the talks kept {used.calls:,} calls, {total:,} tokens{cost}, {failed:,} replies failed; sentences:"
            f" {used.shown:,} as written, {used.rewritten:,} at the second try, {used.replaced:,} replaced by ours;"
            f" reading: pointed at {used.pointed:,} things, {used.noticed:,} asked about,"
            f" {used.unread:,} answers unread"
        )
    return Check(name="chat model", ok=True, says=says)
