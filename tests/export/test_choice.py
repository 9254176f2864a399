"""What leaves is what was chosen, and what is private stays at home in every format."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import get_args
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from assistant.domain.charts import Bar, Look, Part
from assistant.domain.talk import Exchange, SaidKind, SessionState
from assistant.errors import BadInput, UnknownName
from assistant.estimates.estimate import EstimateSetting
from assistant.export.choice import SECTIONS, USUAL, choice
from assistant.export.exporters import EXPORTERS, PAGES, export
from assistant.export.material import Material
from assistant.export.private import private
from assistant.planning.plan import load_plan_words
from tests.builders import fact
from tests.conftest import KNOWLEDGE
from tests.export.odd import ODD
from tests.export.taken import advised, named, taken
from tests.planning.firms import joinery, joinery_session

PRIVATE = (
    "Amrit",
    "Dee",
    "daughter",
    "a day a week",
    "twenty-four of us",
    "ringing round",
    "2,100,000",
    "nobody would miss",
)
HEADINGS = {
    "page": "This month",
    "charts": "In pictures",
    "steps": "Steps in order",
    "people": "Everybody who is told",
    "decisions": "Every decision, with its reason",
    "tries": "Each try, and when we stop",
    "risks": "What could go wrong",
    "rules": "Rules that broke",
    "figures": "Figures that are not yours",
    "questions": "What is still open",
    "offers": "Offers looked at",
    "sources": "Sources",
    "talk": "What was said",
}


@pytest.fixture(scope="module")
def made(setting: EstimateSetting) -> Material:
    return taken(joinery_session(setting, load_plan_words(KNOWLEDGE)), setting)


def outline(made: Material) -> list[str]:
    return re.findall(r"^## (.+)$", export(".md", made).decode("utf-8"), re.M)


def text(suffix: str, data: bytes) -> str:
    """Every word in a file."""
    if suffix == ".pdf":
        pages = PdfReader(BytesIO(data)).pages
        return " ".join(" ".join(each.extract_text() for each in pages).replace("\u200b", "").split())
    if suffix in (".docx", ".xlsx"):
        with ZipFile(BytesIO(data)) as parts:
            return "\n".join(parts.read(each).decode("utf-8") for each in parts.namelist() if each.endswith(".xml"))
    return data.decode("utf-8").replace("\r\n ", "")


def test_every_section_has_a_heading_of_its_own(made: Material) -> None:
    assert set(HEADINGS) == set(SECTIONS)
    for name, heading in HEADINGS.items():
        assert heading in outline(replace(made, choice=choice([name])))
        others = outline(replace(made, choice=choice(SECTIONS, [name])))
        assert heading not in others
        assert others


def test_what_was_said_comes_along_only_where_it_is_named(made: Material) -> None:
    assert HEADINGS["talk"] not in outline(made)
    assert outline(replace(made, choice=choice(["talk"]))) == [HEADINGS["talk"]]
    assert choice().sections == USUAL


def test_the_talk_tells_who_said_what_and_what_was_taken_from_it(made: Material) -> None:
    said = (
        Exchange(n=1, kind="say", words="Quotes take a day a week.", reply="**Noted.**\n\n- Who does them?"),
        Exchange(n=2, kind="rename", words="Joinery", reply="**Noted.**"),
    )
    page = export(".md", replace(made, history=said, choice=choice(["talk"]))).decode("utf-8")
    assert "**You:** Quotes take a day a week." in page
    assert "**Taken from this:** hours a week on making standard quotes: 7.5 hours." in page
    assert "**Plumbline:** Noted." in page
    assert "Who does them?" in page
    assert page.count("Noted.") == 1


@pytest.mark.parametrize("kind", get_args(SaidKind))
def test_the_talk_tells_all_that_was_said_but_not_which_title_was_given(made: Material, kind: SaidKind) -> None:
    said = (Exchange(n=1, kind=kind, words="40 came, 30 went the new way", reply="More than planned."),)
    page = export(".md", replace(made, history=said, choice=choice(["talk"]))).decode("utf-8")
    assert ("40 came, 30 went the new way" in page) is (kind != "rename")
    assert ("More than planned." in page) is (kind != "rename")


def test_an_unknown_section_lists_those_that_exist() -> None:
    with pytest.raises(UnknownName, match=r"'stepps' of a plan; known are: page, charts, steps"):
        choice(["stepps"])


@pytest.mark.parametrize("suffix", [".xlsx", ".ics", ".csv", ".json"])
def test_a_format_without_sections_says_so(made: Material, suffix: str) -> None:
    with pytest.raises(BadInput, match="no sections to choose from"):
        export(suffix, replace(made, choice=choice(["page"])))


@pytest.mark.parametrize("suffix", [each.suffix for each in EXPORTERS if each.suffix != ".json"])
def test_what_is_private_stays_at_home(made: Material, suffix: str) -> None:
    everything = SECTIONS if suffix in [each.suffix for each in PAGES] else ()
    whole = text(suffix, export(suffix, made))
    left = text(suffix, export(suffix, replace(made, choice=choice(everything, private=True))))
    assert "Amrit" in whole
    assert "person 1" in left
    for words in PRIVATE:
        assert words not in left


@pytest.mark.parametrize("words", [each for each in ODD if not each.isspace()])
def test_private_words_of_any_script_stay_at_home(setting: EstimateSetting, words: str) -> None:
    odd = named(words, setting, load_plan_words(KNOWLEDGE))
    made = replace(taken(odd, setting), choice=choice(private=True))
    for suffix in (".html", ".csv", ".ics"):
        assert " ".join(words.split())[:20] not in text(suffix, export(suffix, made))


def done_by(doer: str, setting: EstimateSetting) -> SessionState:
    """The joinery, where one person does the quotes."""
    told = joinery()
    works = (told.processes[0].model_copy(update={"doer": fact(doer)}), *told.processes[1:])
    return advised(told.model_copy(update={"processes": works}), setting, load_plan_words(KNOWLEDGE))


@pytest.mark.parametrize("doer", ["Karl Held", "May Count", "Review Begin", "Now Later", "Cash Hours", "Broken High"])
def test_a_name_that_is_a_word_of_ours_too_breaks_no_file(setting: EstimateSetting, doer: str) -> None:
    material = taken(done_by(doer, setting), setting)
    pieces = tuple(Part(low=0, high=1, look=each) for each in get_args(Look))
    chart = material.charts[0].model_copy(update={"name": "every-look", "bars": (Bar(label=doer, parts=pieces),)})
    material = replace(material, charts=(chart, *material.charts))
    made = private(material)
    assert [each.name for each in made.charts] == [each.name for each in material.charts]
    assert made.charts[0].bars == (Bar(label="person 1", parts=pieces),)
    for noun in (made.plan, made.state.recommendation, *made.charts):
        assert noun == type(noun).model_validate(noun.model_dump())  # type: ignore[union-attr]  # None fails as well
    for suffix in (".html", ".xlsx"):
        assert doer not in text(suffix, export(suffix, replace(material, choice=choice(private=True))))


def test_figures_of_the_firm_stay_at_home_whoever_works_there(setting: EstimateSetting) -> None:
    material = taken(done_by("Firm", setting), setting)
    of_the_firm = {each.value for each in material.plan.told if each.about == "the firm"}
    left = {each.value for each in private(material).plan.told}
    assert "£2,100,000" in of_the_firm
    assert left
    assert of_the_firm.isdisjoint(left)


def test_data_is_whole_or_not_at_all(made: Material) -> None:
    with pytest.raises(BadInput, match="whole session"):
        export(".json", replace(made, choice=choice(private=True)))
