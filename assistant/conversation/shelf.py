"""What the stages need, loaded once, on first use, safe between threads."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from assistant.advisers.adviser import Adviser
from assistant.advisers.choose import choose
from assistant.catalogue import Catalogue, load_catalogue
from assistant.domain.catalogue import ProcessKind
from assistant.encoder import Signs, Tagger
from assistant.errors import DependencyFailed
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.memo import Memo
from assistant.estimates.priors import load_priors
from assistant.interview.questions import QuestionList, load_questions
from assistant.planning.plan import PlanWords, load_plan_words
from assistant.reading.places import load_places
from assistant.reading.plans import SignTable, load_signs
from assistant.reading.reader import Reader
from assistant.reading.vocabulary import ReadingVocabulary, load_vocabulary
from assistant.retrieval.collection import Collection
from assistant.retrieval.encoding import Progress, Step
from assistant.retrieval.library import EncoderOnce, Library, knowledge_library
from assistant.retrieval.search import Wanted
from assistant.settings import Settings
from assistant.vendors.vocabulary import ClauseVocabulary, load_clauses

logger = logging.getLogger(__name__)
LOOK_THROUGH = 20
"""Passages on kinds of work that are looked through for the nearest ones; several are of the same document."""
Thing = TypeVar("Thing")


class Lazy(Generic[Thing]):
    """A thing made once, by the first thread that asks for it."""

    def __init__(self, make: Callable[[], Thing]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: list[Thing] = []

    @property
    def made(self) -> bool:
        """True once somebody has asked for it."""
        return bool(self._made)

    def get(self) -> Thing:
        """The thing, made now if it is not yet there."""
        if not self._made:
            with self._lock:
                if not self._made:
                    self._made.append(self._make())
        return self._made[0]


class Shelf:
    """The tables, vocabularies and the library of one process."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.builds_behind = False
        """True where somebody else makes the index, or nobody can: then search goes by words until it is there."""
        self._making = threading.Lock()
        self._progress = ""
        knowledge = settings.knowledge()
        self._catalogue = Lazy(lambda: load_catalogue(knowledge))
        self._vocabulary = Lazy(lambda: load_vocabulary(knowledge))
        self._tagger = Lazy(Tagger)
        self.signs = Signs()
        self._sign_table = Lazy(lambda: load_signs(knowledge))
        self._clauses = Lazy(lambda: load_clauses(knowledge))
        self._plan_words = Lazy(lambda: load_plan_words(knowledge))
        self._questions = Lazy(lambda: load_questions(knowledge))
        self._encoder = EncoderOnce(settings)
        self._library = Lazy(lambda: knowledge_library(settings, knowledge, self._encoder))
        self.model_settings = settings
        """Settings of the chat model that words replies."""
        self._adviser = Lazy(lambda: choose(settings))
        self._collections: dict[str, Collection] = {}
        self._setting = Lazy(
            lambda: EstimateSetting(
                catalogue=self.catalogue,
                priors=load_priors(knowledge),
                draws=settings.draws,
                seed=settings.seed,
                memo=Memo(),
            )
        )

    @property
    def catalogue(self) -> Catalogue:
        """Kinds of work, means, trades, tools, countries."""
        return self._catalogue.get()

    @property
    def vocabulary(self) -> ReadingVocabulary:
        """The words by which owners say things."""
        return self._vocabulary.get()

    @property
    def reader(self) -> Reader:
        """What turns an owner's words into facts."""
        places = load_places(self.settings.knowledge())
        return Reader(self.catalogue, self.vocabulary, places, self._tagger.get(), self.signs)

    @property
    def adviser(self) -> Adviser:
        """Who puts replies into words; raises BadInput where the chat model that is configured cannot be had."""
        return self._adviser.get()

    def use_model(self, chosen: Settings) -> None:
        """Have the model of other settings word replies from now on; raises BadInput where it cannot be had."""
        self.use_adviser(choose(chosen))
        self.model_settings = chosen

    def use_adviser(self, made: Adviser) -> None:
        """Have an adviser word replies from now on."""
        self._adviser = Lazy(lambda: made)

    @property
    def sign_table(self) -> SignTable:
        """What each sign says, as facts."""
        return self._sign_table.get()

    @property
    def clauses(self) -> ClauseVocabulary:
        """The words by which vendors say things."""
        return self._clauses.get()

    @property
    def plan_words(self) -> PlanWords:
        """How figures are named in a plan."""
        return self._plan_words.get()

    @property
    def questions(self) -> QuestionList:
        """What can be asked."""
        return self._questions.get()

    @property
    def library(self) -> Library:
        """The knowledge base as it stands."""
        return self._library.get()

    def searched(self) -> Library:
        """The knowledge base for a search: the index is made now where it is missing, unless the page makes it."""
        if not self.builds_behind and not self.library.ready():
            self.make_index()
        return self.library

    def held(self, name: str | None) -> Library:
        """The library of a collection, or the knowledge base where no collection is named."""
        return self.searched() if name is None else self.collection(name).library

    def collection(self, name: str) -> Collection:
        """An owner's own documents by the name of their collection; raises BadInput where it could not be a name."""
        with self._making:
            if name not in self._collections:
                self._collections[name] = Collection.named(self.settings, name, self._encoder)
            return self._collections[name]

    def documents_of(self, session_id: str) -> Collection:
        """The documents that were added to one conversation."""
        key = f"/{session_id}"
        with self._making:
            if key not in self._collections:
                self._collections[key] = Collection.of_talk(self.settings, session_id, self._encoder)
            return self._collections[key]

    def nearest_work(self, words: str, k: int, least: float = 0.0) -> tuple[ProcessKind, ...]:
        """The kinds of work whose documents are nearest to some words, the nearest first: a guess to be offered. None
        where the likelihood (0-1) that the best speaks of the same is below `least`."""
        found = self.searched().search(words, LOOK_THROUGH, Wanted(kind="process")).passages
        if not found or found[0].score < least:
            return ()
        documents = dict.fromkeys(each.document_id for each in found)
        return tuple(self.catalogue.process(each.replace("-", "_")) for each in documents)[:k]

    def warm(self, on_progress: Progress | None = None) -> None:
        """Load what the first turn needs, then make the index where it is missing."""
        try:
            self._tagger.get()
        except DependencyFailed as exc:
            logger.warning("owners' words cannot be read: %s", exc)
        self.make_index(on_progress)

    def make_index(self, on_progress: Progress | None = None) -> None:
        """Make the index where it is missing; without an encoder, search goes on by words and says so."""
        with self._making:
            library = self._library.get()
            if library.ready():
                return

            def tell(step: Step) -> None:
                self._progress = f"{step.says}."
                if on_progress:
                    on_progress(step)

            try:
                library.build(tell)
            except DependencyFailed as exc:
                self.builds_behind = True
                logger.warning("the index was not made: %s", exc)

    def index_notice(self) -> str | None:
        """One line with the progress while search goes by words only, else None."""
        notice = self._library.get().notice()
        return f"{notice} {self._progress}".strip() if notice else None

    @property
    def setting(self) -> EstimateSetting:
        """What every estimate stands on."""
        return self._setting.get()
