"""The front door: one method a verb, returning domain nouns."""

from __future__ import annotations

import logging
import secrets
import threading
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from assistant.alignment.assess import assess
from assistant.conversation import cards, health
from assistant.conversation.advising import advise, sketch
from assistant.conversation.models import Models
from assistant.conversation.session import Session
from assistant.conversation.shelf import Lazy, Shelf
from assistant.conversation.supposing import suppose
from assistant.domain.assessment import Assessment
from assistant.domain.catalogue import Means, ProcessKind
from assistant.domain.flips import Supposed, Supposition
from assistant.domain.knowledge import Answer, Ingested, OwnDocuments, Passage
from assistant.domain.profile import Profile
from assistant.domain.proposal import Critique, FileText, FoundClauses
from assistant.domain.talk import Advice, RuleCard, SessionSummary
from assistant.errors import BadInput, UnknownName
from assistant.export.exporters import export_critique
from assistant.files.reader import read_file
from assistant.interview.agenda import Advised, agenda
from assistant.reading.doubts import doubts, without_refused
from assistant.reading.plans import plan_of
from assistant.reading.read import read
from assistant.retrieval.collection import collections
from assistant.retrieval.encoding import Progress, Step
from assistant.retrieval.search import Wanted
from assistant.settings import Settings
from assistant.store.log import TurnLog
from assistant.vendors.critique import clause_candidates, critique

logger = logging.getLogger(__name__)
MOST_PASSAGES = 50


class Plumbline:
    """Everything the product does, for one process; safe between threads. Use it as a context manager."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._shelf = Shelf(settings)
        self._log = Lazy(lambda: TurnLog(settings.home))
        self._locks: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self.models = Models(self._shelf)
        self._builder: threading.Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        if self._log.made:
            self._log.get().close()

    def understand(self, text: str) -> Profile:
        """The facts in an owner's words; every quote is a verbatim piece of them."""
        told = read(text, self._shelf.reader)
        return without_refused(told, doubts(told, told))

    def assess(self, text: str) -> Assessment:
        """The verdict on an automation that an owner plans, from words that describe firm and plan."""
        if not text.strip():
            raise BadInput("there is nothing to assess: describe the firm and what is planned")
        told = self.understand(text)
        planned = plan_of(text, told, self._shelf.signs, self._shelf.sign_table)
        return assess(planned, told, self._shelf.catalogue, self.settings.today)

    def advise(self, profile: Profile) -> Advice:
        """Recommendation, report, plan and open questions for a profile."""
        made = advise(profile, (), (), self._shelf)
        stands = Advised(profile=profile, recommendation=made.recommendation, report=made.report)
        still = agenda(stands, (), self._shelf.questions, self._shelf.setting)
        return Advice(
            initiatives=made.recommendation.initiatives,
            order=made.recommendation.order,
            currency=made.recommendation.currency,
            uncovered_goals=made.recommendation.uncovered_goals,
            report=made.report,
            plan=made.plan,
            questions_open=tuple(each.question for each in still.candidates),
        )

    def suppose(self, profile: Profile, asked: Supposition) -> Supposed:
        """What the answer on one piece of work would be if one fact of the profile were another one.

        Raises UnknownName for work or a fact that cannot be asked about, BadInput for a value that it cannot have.
        """
        return suppose(asked, profile, sketch(profile, self._shelf), self._shelf)

    def critique(
        self, files: Sequence[Path | FileText], profile: Profile | None = None, signed: date | None = None
    ) -> Critique:
        """The critique of a proposal, of files or texts; several are one bundle. Raises UnreadableFile."""
        most = self.settings.max_file_mb
        texts = tuple(each if isinstance(each, FileText) else read_file(Path(each), most) for each in files)
        return critique(texts, self._shelf.catalogue, self.settings.today, profile, signed, self._shelf.clauses)

    def export_critique(self, made: Critique, suffix: str) -> bytes:
        """The critique in one file format; raises UnknownName for an unknown suffix, BadInput for an empty calendar."""
        return export_critique(suffix, made, self.settings.today)

    def clauses(self, files: Sequence[Path]) -> FoundClauses:
        """Every sentence of a proposal that may be a clause, with each type it may be, above confidence 0.01.

        Raises UnreadableFile where a file cannot be read.
        """
        texts = tuple(read_file(Path(each), self.settings.max_file_mb) for each in files)
        found = clause_candidates(texts, self._shelf.clauses, self.settings.today)
        return FoundClauses(file=texts[0].name, clauses=found)

    def ask(self, question: str, k: int = 5, collection: str | None = None, wanted: Wanted | None = None) -> Answer:
        """The answer from the knowledge base, or from an owner's collection, with citations; or an abstention.

        Raises UnknownName where there is no such collection.
        """
        asked, count = _asked(question), _count(k)
        return self._shelf.held(collection).ask(asked, count, wanted)

    def search(self, question: str, k: int = 5, collection: str | None = None, wanted: Wanted | None = None) -> Answer:
        """Passages only: an Answer without sentences, abstained where nothing relevant was found.

        Raises UnknownName where there is no such collection.
        """
        asked, count = _asked(question), _count(k)
        found = self._shelf.held(collection).search(asked, count, wanted)
        return Answer(
            question=question, answer=None, abstained=found.abstained, passages=found.passages, notice=found.notice
        )

    def passage(self, document_id: str, heading: str, quote: str = "", collection: str | None = None) -> Passage | None:
        """The passage that a citation points to, or None."""
        library = self._shelf.collection(collection).library if collection else self._shelf.library
        return library.passage(document_id, heading, quote)

    def ingest(
        self,
        paths: Sequence[Path | str],
        collection: str = "mine",
        *,
        rebuild: bool = False,
        on_progress: Progress | None = None,
    ) -> Ingested:
        """Take an owner's own files and folders into a collection, which only those who know its name can search.

        A file that cannot be read is refused by itself, with a reason; what did not change is not done again. Raises
        DependencyFailed where the disk fails: the index that was there goes on being used.
        """
        if not paths:
            raise BadInput("nothing to take in: name a file or a folder")
        return self._shelf.collection(collection).ingest(map(Path, paths), on_progress or _quiet, rebuild=rebuild)

    def remove(self, names: Sequence[str], collection: str = "mine") -> Ingested:
        """Take documents out of a collection by file name or id; raises UnknownName for one that is not there."""
        return self._shelf.collection(collection).remove(names, _quiet)

    def collections(self) -> tuple[OwnDocuments, ...]:
        """The collections on this machine, each with the names of its files."""
        names = collections(self.settings)
        return tuple(OwnDocuments(name=each, files=self._shelf.collection(each).names()) for each in names)

    def rules(self, rule_id: str | None = None) -> tuple[RuleCard, ...]:
        """Every rule, or the one of that id, with its failing example as executed; raises UnknownName."""
        return cards.rule_cards(rule_id)

    def catalogue(self, entry_id: str | None = None) -> tuple[ProcessKind | Means, ...]:
        """Kinds of work and means, or the one of that id; raises UnknownName."""
        everything: tuple[ProcessKind | Means, ...] = (*self._shelf.catalogue.processes, *self._shelf.catalogue.means)
        if entry_id is None:
            return everything
        found = tuple(each for each in everything if each.id == entry_id)
        if not found:
            known = ", ".join(each.id for each in everything)
            raise UnknownName(f"nothing in the catalogue is called {entry_id!r}; known are: {known}")
        return found

    def names(self) -> dict[str, str]:
        """What trades and countries are called, by their ids and codes."""
        listed = self._shelf.catalogue
        return {each.id: each.name for each in listed.industries} | {each.code: each.name for each in listed.countries}

    def session(self, session_id: str) -> Session:
        """The session of that id, a new one where there is none; the id is its only key."""
        if not session_id.strip() or len(session_id) > 128:
            raise BadInput(
                f"a session needs a name of 1 to 128 characters, not {session_id[:40]!r}: choose a short one"
            )
        return Session(session_id, self._log.get(), self._shelf, self._locks[session_id])

    def named(self, name: str) -> Session:
        """The session of that id, or the one of that title where no id fits; for the owner's own terminal."""
        if self._log.get().last(name) is None:
            titled = [each.id for each in self._log.get().sessions() if each.title == name]
            if len(titled) == 1:
                return self.session(titled[0])
        return self.session(name)

    def sessions(self) -> tuple[SessionSummary, ...]:
        """Every session on this machine, the newest first."""
        return self._log.get().sessions()

    def new_session_id(self) -> str:
        """A fresh id of 128 random bits, the only key to its session."""
        return secrets.token_urlsafe(16)

    def start_index(self, on_progress: Progress | None = None) -> None:
        """Make the index behind the page; until it is there search goes by words and says so."""
        self._shelf.builds_behind = True
        if self._builder is None or not self._builder.is_alive():
            self._builder = threading.Thread(target=self._shelf.warm, args=(on_progress,), daemon=True)
            self._builder.start()

    def index_notice(self) -> str | None:
        """One line while search goes by words only, else None."""
        return self._shelf.index_notice()

    def doctor(self) -> health.Health:
        """What is installed, reachable and configured, and where data is kept."""
        return health.examine(self._shelf, self._log.get())


def _quiet(step: Step) -> None:
    logger.debug("%s", step.says)


def _asked(question: str) -> str:
    if not question.strip():
        raise BadInput("the question is empty: write what you want to know")
    return question


def _count(k: int) -> int:
    if not 1 <= k <= MOST_PASSAGES:
        raise BadInput(f"k is {k}: ask for 1 to {MOST_PASSAGES} passages")
    return k
