"""The two tables, and the connection settings that make an acknowledged turn survive a crash."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection

from sqlalchemy import Column, DateTime, Engine, Integer, MetaData, String, Table, Text, create_engine, event

SCHEMA_VERSION = 4

metadata = MetaData()

turns = Table(
    "turns",
    metadata,
    Column("session_id", String(128), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("words", Text, nullable=False),
    Column("reply", Text, nullable=False),
    Column("citations", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("state_json", Text, nullable=False),
    Column("schema_version", Integer, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)

spoken = Table(
    "spoken",
    metadata,
    Column("session_id", String(128), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("usage", Text, nullable=False),
    Column("trouble", Text, nullable=False),
)
"""How a chat model worded the reply of a turn, where one did; the turn itself stands without it."""


def open_engine(path: Path) -> Engine:
    """An engine on the SQLite file at `path`, write-ahead logged, fully synchronous, deleting securely."""
    engine = create_engine(f"sqlite+pysqlite:///{path}", connect_args={"timeout": 5})
    event.listen(engine, "connect", _on_connect)
    return engine


def _on_connect(connection: Connection, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
