"""What the page can ask for: plain strings and a session id in, nouns out.

A session id is the only key to a session. Any handler can be called by a raw request, so each checks what it is given.
"""

from __future__ import annotations

import base64
import mimetypes
import re
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.conversation.counted import typed
from assistant.domain.facts import FactPath
from assistant.domain.talk import Reply, SessionState
from assistant.errors import BadInput, UnknownName
from assistant.web.panels import passage as passages
from assistant.web.panels.advice import advice
from assistant.web.panels.alignment import alignment
from assistant.web.panels.drawer import drawer
from assistant.web.panels.plan import EXPORTS, plan
from assistant.web.panels.proposal import proposal
from assistant.web.panels.prose import aloud
from assistant.web.panels.transcript import transcript
from assistant.web.panels.understood import understood
from assistant.web.sent import chosen, count, day_of, supposition
from assistant.web.underway import Heard, RepliesUnderWay
from assistant.web.view import Download, Fragment, Notice, Panels, Progress, View

if TYPE_CHECKING:
    from assistant.conversation.plumbline import Plumbline
    from assistant.conversation.session import Session
    from assistant.retrieval.encoding import Step

TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
"""How 128 random bits look as secrets.token_urlsafe(16) writes them."""
UNTITLED = "Your conversation"


class Desk:
    """Answers the page; `own_machine` is True where only the owner's computer can reach it."""

    def __init__(self, plumbline: Plumbline, uploads: Path, own_machine: bool) -> None:
        self._plumbline = plumbline
        self._uploads = uploads
        self._own_machine = own_machine
        self._under_way: dict[str, Step] = {}
        self._replies = RepliesUnderWay()

    def open(self, session: str) -> View:
        """The conversation of that id, or a new one where the id is empty or no key."""
        return self._view(self._session(session if self._is_key(session) else self._plumbline.new_session_id()))

    def say(self, session: str, words: str) -> View:
        """The page after the owner said something."""
        kept = self._session(session)
        return self._view(kept, self._replies.tell(kept, words))

    def undo(self, session: str) -> View:
        """The page after the last turn was taken back."""
        kept = self._session(session)
        return self._view(kept, kept.undo())

    def listen(self, session: str, seen: str) -> Heard:
        """The sentences of the reply that is being told, after the first `seen` ones; waits where there is none yet."""
        return self._replies.heard(self._session(session).id, count(seen))

    def stop(self, session: str) -> Notice:
        """The rest of the reply that is being told is said as it stands."""
        self._replies.stop(self._session(session).id)
        return Notice(text="")

    def add_file(self, session: str, path: str) -> View:
        """The page after a proposal was read. The uploaded file is gone afterwards, whatever came of it."""
        kept = self._session(session)
        mine = self._taken(path)
        try:
            kept.add_proposal(mine)
        finally:
            shutil.rmtree(mine.parent)
        return self._view(kept)

    def sign(self, session: str, file: str, day: str) -> View:
        """The page after the day was given on which a proposal was signed."""
        kept = self._session(session)
        kept.sign(file, day_of(day))
        return self._view(kept)

    def add_documents(self, session: str, paths: str) -> View:
        """The page after documents of the owner's own were read; `paths` are uploads, a line each."""
        kept = self._session(session)
        mine: list[Path] = []
        try:
            mine += (self._taken(path) for path in paths.splitlines())
            if not mine:
                raise BadInput("no document arrived: add it again")
            kept.add_documents(mine, lambda step: self._under_way.update({session: step}))
        finally:
            self._under_way.pop(session, None)
            for each in mine:
                shutil.rmtree(each.parent)
        return self._view(kept)

    def progress(self, session: str) -> Progress:
        """How far the reading of documents is that were added to this conversation."""
        step = self._under_way.get(self._session(session).id)
        return Progress(text=f"{step.says}…", done=step.done, of=step.of) if step else Progress()

    def remove_document(self, session: str, name: str) -> View:
        """The page after a document was taken out."""
        kept = self._session(session)
        kept.remove_document(name)
        return self._view(kept)

    def edit(self, session: str, scope: str, name: str, words: str) -> View:
        """The page after one fact was changed by words; empty words take it away."""
        kept = self._session(session)
        kept.edit(FactPath(scope=scope, name=name), words)
        return self._view(kept)

    def suppose(self, session: str, process: str, scope: str, name: str, means: str, value: str) -> Notice:
        """What the answer would be if one fact were another one; nothing is kept."""
        return Notice(text=self._session(session).suppose(supposition(process, scope, name, means, value)).text)

    def settle(self, session: str, process: str, scope: str, name: str, means: str, value: str) -> View:
        """The page after the owner said that what was tried is so."""
        kept = self._session(session)
        kept.settle(supposition(process, scope, name, means, value))
        return self._view(kept)

    def check_in(self, session: str, work: str, counted: str) -> View:
        """The page after a check-in: what it would change is listed, nothing is changed.

        `counted` are the figures by their names, a line each: "items: 40".
        """
        kept = self._session(session)
        kept.check_in(typed(work, counted))
        return self._view(kept)

    def waive(self, session: str, rule: str, subject: str, reason: str) -> View:
        """The page after the owner set a broken rule aside, for a reason."""
        kept = self._session(session)
        kept.waive(rule, subject, reason)
        return self._view(kept)

    def rename(self, session: str, title: str) -> Fragment:
        """The drawer after a conversation got another name."""
        self._session(session).rename(title)
        return self.drawer(session)

    def delete(self, session: str) -> Notice:
        """Nothing of the conversation is left."""
        self._session(session).delete()
        return Notice(text="Deleted. Nothing of it is left on this computer.")

    def export(self, session: str, suffix: str) -> Download:
        """The plan as a file."""
        if suffix not in [known for known, _ in EXPORTS]:
            raise UnknownName(f"no format {suffix!r}; the page has: {', '.join(known for known, _ in EXPORTS)}")
        kept = self._session(session)
        return _download(f"plan-{kept.state().title or 'plumbline'}", suffix, kept.export(f"plan{suffix}"))

    def export_chosen(self, session: str, suffix: str, only: str, private: str) -> Download:
        """The sections of the plan that were ticked as a file; `private` is empty where nothing private is left out."""
        kept = self._session(session)
        made = kept.export(f"plan{suffix}", chosen(only, private))
        return _download("plan" if private else f"plan-{kept.state().title or 'plumbline'}", suffix, made)

    def preview(self, session: str, only: str, private: str) -> Fragment:
        """The same as a whole web page, to be looked at before it leaves."""
        return Fragment(html=self._session(session).export(".html", chosen(only, private)).decode("utf-8"))

    def export_proposal(self, session: str, file: str, suffix: str) -> Download:
        """The critique of one proposal of the conversation as a file."""
        content = self._session(session).export_critique(file, suffix)
        return _download(f"{Path(file).stem}-read", suffix, content)

    def passage(self, session: str, document: str, heading: str, quote: str) -> Fragment:
        """The passage behind a citation, in the owner's documents or in the knowledge base."""
        return Fragment(html=passages.passage(self._session(session).passage(document, heading, quote), quote))

    def rule(self, rule: str) -> Fragment:
        """A rule with its failing example."""
        cards = self._plumbline.rules(rule)
        return Fragment(html="".join(passages.rule_card(each) for each in cards))

    def drawer(self, session: str) -> Fragment:
        """Saved conversations: all of them on the owner's machine, for a visitor only the one that is open."""
        kept = [each for each in self._plumbline.sessions() if self._own_machine or each.id == session]
        return Fragment(html=drawer(kept, session, self._own_machine))

    def notice(self) -> Notice:
        """How far the search index is, until it is there."""
        return Notice(text=self._plumbline.index_notice() or "")

    def _is_key(self, session: str) -> bool:
        """True for an id that may open a session: sessions named from the terminal open on the owner's machine only."""
        return bool(session) and (self._own_machine or TOKEN.fullmatch(session) is not None)

    def _session(self, session: str) -> Session:
        if not self._is_key(session):
            raise UnknownName("this address has no conversation: open the page again without the part after “?”")
        return self._plumbline.session(session)

    def _taken(self, path: str) -> Path:
        """The uploaded file, moved to a folder of its own; only what lies in the folder of uploads is touched."""
        given = Path(path).resolve()
        if not given.is_relative_to(self._uploads.resolve()) or not given.is_file():
            raise BadInput("the file did not arrive: add it again")
        mine = self._uploads / secrets.token_urlsafe(16)
        mine.mkdir(parents=True)
        return given.rename(mine / given.name)

    def _view(self, session: Session, said: Reply | None = None) -> View:
        state: SessionState = session.state()
        history = session.history()
        in_talk = history[-1].trouble if history else ""
        notice = " ".join(each for each in said.notices if each != in_talk) if said else ""
        return View(
            session=session.id,
            stage="work" if history else "hello",
            title=state.title or UNTITLED,
            transcript=transcript(history, state),
            panels=Panels(
                understood=understood(state, self._plumbline.names()),
                advice=advice(state),
                alignment=alignment(state),
                proposal=proposal(state),
                plan=plan(state, session.charts(state)),
            ),
            spoken=notice or aloud(history[-1].reply if history else ""),
            notice=notice,
            taken_back=said.taken_back if said else "",
            model=self._plumbline.models.name,
        )


def _download(title: str, suffix: str, content: bytes) -> Download:
    """A file for the page; its name has plain letters, digits and dashes only."""
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    media_type = mimetypes.guess_type(f"file{suffix}")[0] or "application/octet-stream"
    return Download(name=f"{name}{suffix}", media_type=media_type, content=base64.b64encode(content).decode("ascii"))
