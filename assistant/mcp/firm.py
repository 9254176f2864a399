"""Tools on the owner's own firm: its facts, a plan's alignment, advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import BaseModel

from assistant.conversation import in_short
from assistant.domain.assessment import Assessment
from assistant.domain.profile import Profile
from assistant.domain.talk import Advice
from assistant.errors import BadInput
from assistant.mcp.facts import FactsOfFirm, OwnersWords, OwnersWordsInstead, profile
from assistant.mcp.request import Request, Told

if TYPE_CHECKING:
    from assistant.conversation.plumbline import Plumbline


class Understand(Request):
    """The facts in an owner's words."""

    name: ClassVar[str] = "understand"
    title: ClassVar[str] = "Read an owner's words"
    use: ClassVar[str] = (
        "Use first, when an owner of a small firm (1 to 250 people) tells how the firm works, what takes time, or "
        "where it wants to go. Give the owner's words verbatim: figures come from the owner's words, so never invent, "
        "round or convert any. Gives goals, work, tools, limits, pains and every figure, each with the verbatim quote "
        "it rests on. In a fact, 'value' is in 'unit' (hours_per_week in hours, items_per_week in items, minutes_per_"
        "item in minutes, shares 0 to 1), 'said' is the figure as the owner put it, and 'basis' says what it rests on. "
        "Null means that nobody said it: ask the owner, do not fill it in. Pass the result on to advise unchanged."
    )
    gives: ClassVar[type[BaseModel]] = Profile
    text: OwnersWords

    def carried_out(self, plumbline: Plumbline) -> Told:
        """The profile."""
        found = plumbline.understand(self.text)
        return Told(whole=found, short=in_short.of_profile(found))


class Assess(Request):
    """The verdict on a plan told in words."""

    name: ClassVar[str] = "assess"
    title: ClassVar[str] = "Check a planned automation"
    use: ClassVar[str] = (
        "Use when an owner has already made up a plan ('we want a chatbot to answer the phone') and wants to know "
        "whether it serves the firm. The words must tell both firm and plan. Gives a verdict (aligned, misaligned, not "
        "yet, cannot tell) with a confidence from 0 to 1, the findings of the rules that decided it first, each with "
        "the owner's words it stands on and a remedy, and what was left untold. 'unknown' in a finding is no fault: a "
        "fact is missing and can be asked for."
    )
    gives: ClassVar[type[BaseModel]] = Assessment
    text: OwnersWords

    def carried_out(self, plumbline: Plumbline) -> Told:
        """The assessment."""
        made = plumbline.assess(self.text)
        return Told(whole=made, short=in_short.of_assessment(made))


class Advise(Request):
    """Recommendation, report and plan."""

    name: ClassVar[str] = "advise"
    title: ClassVar[str] = "Advise on what to automate"
    use: ClassVar[str] = (
        "Use after understand: takes its result as 'profile', unchanged (or the owner's words as 'text', which are "
        "understood first; give one of the two). Gives for each piece of work a decision (now, next, later, leave it, "
        "stop doing it, simplify first, use what you have, hand it over) with its reason, the report of the rules that "
        "checked it, the plan, and questions_open. Ranges have low, mid and high (10th, 50th and 90th percentile) with "
        "their unit: hours freed per week, money in the owner's currency, payback in months. Hours are not money: "
        "never add the two. Tell the range, not the middle alone. Put questions_open to the owner one at a time, add "
        "the answers to the owner's words, and understand and advise again; never answer them yourself."
    )
    gives: ClassVar[type[BaseModel]] = Advice
    profile: FactsOfFirm = None
    text: OwnersWordsInstead = None

    def carried_out(self, plumbline: Plumbline) -> Told:
        """The advice."""
        if self.profile is not None and self.text is None:
            told = profile(self.profile)
        elif self.text is not None and self.profile is None:
            told = plumbline.understand(self.text)
        else:
            raise BadInput("advise: give either 'profile' (what understand gave back) or 'text' (the owner's words)")
        made = plumbline.advise(told)
        return Told(whole=made, short=in_short.of_advice(made))
