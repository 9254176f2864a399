"""Reading and appending turns."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import Engine, Row, case, delete, func, insert, literal, select, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.schema import CreateTable

from assistant.domain.knowledge import Citation
from assistant.domain.speech import Spoken, Usage
from assistant.domain.talk import Exchange, SessionState, SessionSummary, Turn, TurnKind
from assistant.errors import StoreFailed, TurnTaken
from assistant.store.migrations import lift
from assistant.store.schema import SCHEMA_VERSION, metadata, open_engine, spoken, turns
from assistant.store.standing import standing

logger = logging.getLogger(__name__)
CITATIONS = TypeAdapter(tuple[Citation, ...])
COUNTED: dict[TurnKind, int] = {"undo": -1, "opened": 0}
"""What a line adds to the number of turns that stand; any other adds 1."""


class Kept(NamedTuple):
    """A turn as the log lists it, without its state: its reply as it was worded; `citations` as JSON."""

    n: int
    kind: TurnKind
    words: str
    reply: str
    citations: str
    title: str
    trouble: str


class TurnLog:
    """The log in one home folder; safe between threads and between processes."""

    def __init__(self, home: Path) -> None:
        self.home = home
        with _as_store_failure(home):
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            home.chmod(0o700)
            self._engine: Engine = open_engine(home / "sessions.sqlite")
            with self._engine.begin() as connection:
                for table in metadata.sorted_tables:
                    connection.execute(CreateTable(table, if_not_exists=True))

    def last(self, session_id: str) -> Turn | None:
        """The newest turn of a session, or None."""
        query = select(turns).where(turns.c.session_id == session_id).order_by(turns.c.n.desc()).limit(1)
        with _as_store_failure(self.home), self._engine.connect() as connection:
            row = connection.execute(query).first()
        return _turn(row) if row else None

    def append(self, turn: Turn) -> None:
        """Keep a turn for good; raises TurnTaken where its number exists, StoreFailed where it could not be kept."""
        values = {
            "session_id": turn.session_id,
            "n": turn.n,
            "kind": turn.kind,
            "words": turn.words,
            "reply": turn.state.reply_text,
            "citations": CITATIONS.dump_json(turn.state.citations).decode(),
            "title": turn.state.title,
            "state_json": turn.state.model_dump_json(),
            "schema_version": SCHEMA_VERSION,
            "at": turn.at,
        }
        with _as_store_failure(self.home):
            try:
                with self._engine.begin() as connection:
                    connection.execute(insert(turns).values(values))
            except IntegrityError as exc:
                raise TurnTaken(turn.session_id) from exc
        logger.info("kept turn %d", turn.n)

    def word(self, session_id: str, n: int, told: Spoken) -> None:
        """Keep how a model worded the reply of a turn, in place of an earlier wording; nothing where the turn was
        deleted meanwhile. Raises StoreFailed where it could not be kept."""
        said = (literal(told.text), literal(told.usage.model_dump_json()), literal(told.trouble))
        kept = select(turns.c.session_id, turns.c.n, *said).where((turns.c.session_id == session_id) & (turns.c.n == n))
        columns = ["session_id", "n", "text", "usage", "trouble"]
        with _as_store_failure(self.home), self._engine.begin() as connection:
            connection.execute(insert(spoken).prefix_with("OR REPLACE").from_select(columns, kept))

    def usage(self, session_id: str | None = None) -> tuple[Usage, int]:
        """What models were used for in a session, or in all, and how many replies they failed in."""
        query = select(spoken.c.usage, spoken.c.trouble)
        if session_id is not None:
            query = query.where(spoken.c.session_id == session_id)
        with _as_store_failure(self.home), self._engine.connect() as connection:
            rows = connection.execute(query).all()
        total = sum((Usage.model_validate_json(row.usage) for row in rows), start=Usage())
        return total, sum(1 for row in rows if row.trouble)

    def turn(self, session_id: str, n: int) -> Turn | None:
        """The turn of that number, whether it stands or not, or None."""
        query = select(turns).where((turns.c.session_id == session_id) & (turns.c.n == n))
        with _as_store_failure(self.home), self._engine.connect() as connection:
            row = connection.execute(query).first()
        return _turn(row) if row else None

    def standing(self, session_id: str) -> list[Kept]:
        """The turns that stand, in order, without their states."""
        reply, trouble = func.coalesce(spoken.c.text, turns.c.reply), func.coalesce(spoken.c.trouble, "")
        query = (
            select(turns.c.n, turns.c.kind, turns.c.words, reply, turns.c.citations, turns.c.title, trouble)
            .outerjoin(spoken, (spoken.c.session_id == turns.c.session_id) & (spoken.c.n == turns.c.n))
            .where(turns.c.session_id == session_id)
            .order_by(turns.c.n)
        )
        with _as_store_failure(self.home), self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return standing(Kept(*row) for row in rows)

    def exchanges(self, session_id: str) -> tuple[Exchange, ...]:
        """What was said and replied, in order; nothing of what was taken back."""
        said = [each for each in self.standing(session_id) if each.kind != "opened"]
        return tuple(_exchange(n, each) for n, each in enumerate(said, start=1))

    def sessions(self) -> tuple[SessionSummary, ...]:
        """Every session, the newest first."""
        latest = select(
            turns.c.session_id,
            func.max(turns.c.n).label("n"),
            func.sum(case(COUNTED, value=turns.c.kind, else_=1)).label("turns"),
            func.max(turns.c.at).label("at"),
        ).group_by(turns.c.session_id)
        part = latest.subquery()
        query = select(turns.c.session_id, turns.c.title, part.c.turns, turns.c.at).join(
            part, (turns.c.session_id == part.c.session_id) & (turns.c.n == part.c.n)
        )
        with _as_store_failure(self.home), self._engine.connect() as connection:
            rows = connection.execute(query.order_by(turns.c.at.desc())).all()
        return tuple(
            SessionSummary(id=row.session_id, title=row.title, turns=row.turns, last_at=_utc(row.at)) for row in rows
        )

    def delete(self, session_id: str) -> None:
        """Remove every trace of a session from the database file and its write-ahead log."""
        with _as_store_failure(self.home):
            with self._engine.begin() as connection:
                for table in metadata.sorted_tables:
                    connection.execute(delete(table).where(table.c.session_id == session_id))
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM"))
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def new_turn(session_id: str, n: int, kind: TurnKind, words: str, state: SessionState) -> Turn:
    """A turn stamped with the present time."""
    return Turn(session_id=session_id, n=n, kind=kind, words=words, state=state, at=datetime.now(UTC))


def _exchange(n: int, kept: Kept) -> Exchange:
    """A kept turn as it is shown; a new title has no reply of its own, its line holds that of the turn before."""
    replied = kept.kind != "rename"
    return Exchange.model_validate(
        {
            "n": n,
            "kind": kept.kind,
            "words": kept.words,
            "reply": kept.reply if replied else "",
            "citations": CITATIONS.validate_json(kept.citations) if replied else (),
            "trouble": kept.trouble,
        }
    )


def _turn(row: Row[tuple[object, ...]]) -> Turn:
    state = SessionState.model_validate(lift(json.loads(row.state_json), row.schema_version))
    return Turn(session_id=row.session_id, n=row.n, kind=row.kind, words=row.words, state=state, at=_utc(row.at))


def _utc(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)


@contextmanager
def _as_store_failure(home: Path) -> Iterator[None]:
    """Turn what the disk and the database say into one line."""
    try:
        yield
    except (SQLAlchemyError, OSError) as exc:
        reason = str(getattr(exc, "orig", exc))
        logger.error("store failed: %s", type(exc).__name__)
        raise StoreFailed(
            f"could not read or write {home} ({reason}): nothing of this turn was kept, try again"
        ) from exc
