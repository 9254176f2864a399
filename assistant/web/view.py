"""What a handler gives back to the page."""

from __future__ import annotations

from typing import Literal

from assistant.domain.facts import Noun


class Panels(Noun):
    """The five tabs as HTML."""

    understood: str
    advice: str
    alignment: str
    proposal: str
    plan: str


class View(Noun):
    """The page after a turn: the conversation and the tabs as HTML, the reply as it is read aloud.

    `model` is the chat model that words replies, "" where none does; `notice` is a line beside the composer;
    `taken_back` are words that were taken back, to be written anew.
    """

    session: str
    stage: Literal["hello", "work"]
    title: str
    transcript: str
    panels: Panels
    spoken: str = ""
    model: str = ""
    notice: str = ""
    taken_back: str = ""


class Fragment(Noun):
    """A piece of HTML that opens in place."""

    html: str


class Notice(Noun):
    """One line about the state of things, empty where there is nothing to say."""

    text: str


class Progress(Noun):
    """How far a long piece of work is: a line, and `done` of `of`; nothing to say where `of` is 0."""

    text: str = ""
    done: int = 0
    of: int = 0


class Download(Noun):
    """A file to take along; `content` is base64."""

    name: str
    media_type: str
    content: str


class Trouble(Noun):
    """What went wrong, in words for the owner."""

    error: str
