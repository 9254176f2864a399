"""How a test gets to the question that it is about."""

from __future__ import annotations

from assistant.conversation.session import Session
from assistant.domain.talk import Question, Reply


def skip_to(session: Session, reply: Reply, name: str) -> Question:
    """The question about the fact of that name, after all before it were skipped; it fails where it is never put."""
    while reply.question is not None and reply.question.path.name != name:
        reply = session.say("skip")
    assert reply.question is not None, f"{name} was never asked"
    return reply.question
