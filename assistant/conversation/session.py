"""One conversation on the log: every turn is kept before its reply is shown."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.advisers.playbook import PlaybookAdviser, pieces
from assistant.conversation import check_in_words, check_ins, turn, undoing
from assistant.conversation.finishing import Taken, shown
from assistant.conversation.noticing import to_read
from assistant.conversation.shelf import Shelf
from assistant.conversation.signing import sign
from assistant.conversation.speaking import draft_of, keep_wording, read_along, with_reading
from assistant.conversation.supposing import suppose
from assistant.conversation.taking import material, pictured
from assistant.domain.advice import Recommendation
from assistant.domain.charts import Chart
from assistant.domain.check_in import Actuals, PlanChange
from assistant.domain.facts import FactPath
from assistant.domain.flips import Supposed, Supposition
from assistant.domain.knowledge import Passage
from assistant.domain.talk import Exchange, Reply, SessionState, TurnKind
from assistant.errors import StoreFailed, TurnTaken, UnknownName
from assistant.export.choice import WHOLE, Choice
from assistant.export.exporters import export, export_critique
from assistant.language.phrases import say_day, say_list
from assistant.reading.control import takes_back
from assistant.retrieval.encoding import Progress, Step
from assistant.store.log import TurnLog, new_turn

TRIES = 8
Take = Callable[[SessionState], Taken]


class Session:
    """A conversation by its id, which is the only key to it. Light: it holds no state of its own."""

    def __init__(self, session_id: str, log: TurnLog, shelf: Shelf, lock: threading.Lock) -> None:
        self.id = session_id
        self._log = log
        self._shelf = shelf
        self._lock = lock
        self._own = shelf.documents_of(session_id)
        self._stop = threading.Event()

    def state(self) -> SessionState:
        """Everything known after the last turn."""
        last = self._log.last(self.id)
        return last.state if last else SessionState()

    def history(self) -> tuple[Exchange, ...]:
        """What was said and replied, in order, without what was taken back."""
        return self._log.exchanges(self.id)

    def is_kept(self) -> bool:
        """True where anything was ever kept under this id, also where all of it was taken back."""
        return self._log.last(self.id) is not None

    def say(self, words: str) -> Reply:
        """The reply to what the owner says; it is kept before it is returned. "Undo" alone takes back the last turn.

        Raises StoreFailed where the turn could not be kept: then it was not acknowledged, and may be said again.
        """
        told = self.stream(words)
        try:
            while True:
                next(told)
        except StopIteration as end:
            reply: Reply = end.value
            return reply

    def stream(self, words: str) -> Generator[str, None, Reply]:
        """The reply in whole, checked sentences as they come, each with the white space behind it; at the end the
        reply as `say` gives it. The turn is kept before its first sentence is shown, by whoever words it.

        Raises StoreFailed as in `say`.
        """
        clean = sound(words)
        if takes_back(clean, self._shelf.reader.vocabulary):
            back = self.undo()
            yield from pieces(back.text)
            return back
        self._stop.clear()
        adviser, used = self._shelf.adviser, self._log.usage(self.id)[0]
        text = to_read(self.state(), clean, self._shelf) if adviser.name else None
        pointed = read_along(adviser, text, used, self._stop)
        n, taken = self._kept("say", clean, lambda state: turn.say(state, clean, self._shelf, self._own, pointed))
        draft = draft_of(taken.state, clean, self.history()[:-1], self._shelf, self.passage, pointed.seconds)
        speaker = PlaybookAdviser() if pointed.trouble else adviser
        told = yield from speaker.speak(draft, used + pointed.usage, self._stop)
        told = with_reading(told, pointed, len(taken.state.noticed))
        notices = (*taken.reply.notices, *keep_wording(self._log, self.id, n, told))
        return taken.reply.model_copy(update={"text": told.text, "notices": notices})

    def stop(self) -> None:
        """Have what is left of a reply that is being told said as it stands."""
        self._stop.set()

    def add_proposal(self, text_or_path: str | Path, name: str | None = None) -> Reply:
        """The reply to a vendor's proposal, pasted as text or given as a file.

        Raises UnreadableFile where the file cannot be read; the conversation goes on.
        """
        file = turn.read_proposal(text_or_path, name, self._shelf)
        return self._keep("proposal", file.name, lambda state: turn.propose(state, file, self._shelf))

    def sign(self, file: str, day: date) -> Reply:
        """The reply once the day is known on which a proposal of this talk was signed: its last days, reckoned from it.

        Raises UnknownName for a proposal that is not there, BadInput where its dates do not hang on that day.
        """
        words = f"{file}, {say_day(day)}"
        return self._keep("signed", words, lambda state: sign(state, file, day, self._shelf))

    def add_documents(self, paths: Sequence[Path], on_progress: Progress | None = None) -> Reply:
        """The reply to documents of the owner's own, which only this conversation can search.

        A file that cannot be read is refused by itself, with a reason.
        """
        made = self._own.ingest(paths, on_progress or _quiet, uploaded=True)
        words = say_list([each.name for each in paths])
        return self._keep("documents", words, lambda state: turn.documents(state, made, self._own.names(), self._shelf))

    def remove_document(self, name: str) -> Reply:
        """The reply after a document of the owner's own was taken out; raises UnknownName for one not there."""
        made = self._own.remove([name], _quiet)
        return self._keep("documents", name, lambda state: turn.documents(state, made, self._own.names(), self._shelf))

    def passage(self, document_id: str, heading: str, quote: str = "") -> Passage | None:
        """What a citation of this conversation points to, in the owner's documents or in the knowledge base."""
        own = self._own.library.passage(document_id, heading, quote) if self._own.exists() else None
        return own or self._shelf.library.passage(document_id, heading, quote)

    def edit(self, path: FactPath, words: str) -> Reply:
        """The reply to one fact edited by words; empty words take the fact away."""
        clean = sound(words)
        return self._keep("edit", f"{path}: {clean}", lambda state: turn.edit(state, path, clean, self._shelf))

    def undo(self) -> Reply:
        """The reply after the last turn was taken back; the log keeps it, the history and the state do not.

        Twice takes back two. A title stays, and a session that came from a file is not undone behind that. Where there
        is nothing to take back, the reply says so and nothing is kept.
        """
        return undoing.refused(self._log, self.id) or self._keep(
            "undo", "", lambda _: undoing.taken_back(self._log, self.id)
        )

    def suppose(self, asked: Supposition) -> Supposed:
        """What the answer on one piece of work would be if one fact were another one; nothing is kept.

        Raises UnknownName for work or a fact that cannot be asked about, BadInput for a value that it cannot have.
        """
        state = self.state()
        return suppose(asked, state.profile, state.recommendation or Recommendation(), self._shelf)

    def settle(self, asked: Supposition) -> Reply:
        """The reply once the owner says that what was supposed is so; errors as in `suppose`."""
        words = f"{asked.path}: {asked.value}"
        return self._keep("edit", words, lambda state: turn.settle(state, asked, self._shelf))

    def waive(self, rule_id: str, subject: str, reason: str) -> Reply:
        """The reply to an owner's decision to go ahead against a rule; the reason is kept and appears in the plan."""
        words = f"{rule_id} on {subject}: {reason}"
        return self._keep("edit", words, lambda state: turn.waive(state, rule_id, subject, reason, self._shelf))

    def check_in(self, actuals: Actuals) -> Reply:
        """The reply to what was counted of a way that is tried: why it differs from the plan, and what it would change.

        Nothing is changed until `say("yes")`; `say("no")` leaves the plan as it is, and so does anything else. Raises
        BadInput for a figure that cannot be, UnknownName for work or a way that is not known.
        """
        words = check_in_words.counted(actuals)
        return self._keep("check-in", words, lambda state: turn.check_in(state, actuals, self._shelf))

    def compare(self, before: int, after: int) -> tuple[PlanChange, ...]:
        """What differs between two versions of the plan, by their numbers; raises UnknownName for one not there."""
        return check_ins.compared(self.state(), before, after)

    def rename(self, title: str) -> None:
        """Give the session a title."""
        self._keep("rename", title, lambda state: turn.rename(state, title))

    def load(self, state: SessionState, history: Sequence[Exchange] = ()) -> None:
        """Take over a session that was exported as .json; what was said comes along where nothing was said here yet."""
        told = () if self.is_kept() else tuple(history)
        for each in told:
            said = SessionState(title=state.title, reply_text=each.reply, citations=each.citations)
            self._put(each.kind, each.words, said)
        self._put("opened" if told else "edit", "", state)

    def _put(self, kind: TurnKind, words: str, state: SessionState) -> None:
        """Keep a turn that leaves the session in this state."""
        self._keep(kind, words, lambda _: Taken(state=state, reply=shown(state)))

    def charts(self, state: SessionState | None = None) -> tuple[Chart, ...]:
        """The charts of the plan as it stands; none before there is a plan."""
        return pictured(state or self.state(), self._shelf)

    def export(self, suffix: str, chosen: Choice = WHOLE) -> bytes:
        """The plan in one file format, by its suffix or a file name that ends in it: whole, or what was chosen.

        Raises UnknownName for a format that is not there, BadInput where it could hold nothing of what was chosen.
        """
        made = material(self.state(), self.history(), self.id, self._shelf)
        return export(suffix.rpartition(".")[2], replace(made, choice=chosen))

    def export_critique(self, file: str, suffix: str) -> bytes:
        """The critique of one proposal of this conversation, by its file's name, in one file format.

        Raises UnknownName for a proposal or a format that is not there, BadInput where a calendar would be empty.
        """
        critiques = self.state().critiques
        made = next((each for each in critiques if each.file == file), None)
        if made is None:
            known = say_list([each.file for each in critiques]) or "none so far"
            raise UnknownName(f"no proposal {file[:80]!r} was looked at here; known: {known}")
        return export_critique(suffix, made, self._shelf.settings.today)

    def delete(self) -> None:
        """Remove every trace of the session, its documents too."""
        with self._lock:
            self._log.delete(self.id)
            self._own.delete()

    def _keep(self, kind: TurnKind, words: str, take: Take) -> Reply:
        return self._kept(kind, words, take)[1].reply

    def _kept(self, kind: TurnKind, words: str, take: Take) -> tuple[int, Taken]:
        """Take a turn on the newest state and keep it under its number; where another writer was first, read again
        and retake."""
        with self._lock:
            for _ in range(TRIES):
                last = self._log.last(self.id)
                taken = take(last.state if last else SessionState())
                n = (last.n if last else 0) + 1
                try:
                    self._log.append(new_turn(self.id, n, kind, words, taken.state))
                except TurnTaken:
                    continue
                return n, taken
        raise StoreFailed(f"session {self.id!r} is being written from elsewhere all the time: try again")


def _quiet(step: Step) -> None:
    """Progress that nobody looks at."""


def sound(words: str) -> str:
    """Words that can be kept: halves of characters that broken input leaves become a replacement sign."""
    return words.encode("utf-8", errors="replace").decode("utf-8")
