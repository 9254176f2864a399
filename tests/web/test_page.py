"""The page as an owner uses it: in a real browser, over the real front door."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import FULL, PATIENCE, WIDE, Served, free_port, go, opened, say, visit
from tests.web.paper import PAPER
from tests.web.states import OPENING

pytestmark = pytest.mark.browser


def test_from_an_empty_home_to_a_reply_that_is_still_there_after_reload_and_restart(wide: Page, served: Served) -> None:
    visit(wide, served)
    assert wide.locator("h1").inner_text().startswith("What should you automate")
    say(wide, OPENING)
    assert "session=" in wide.url
    assert wide.locator("#saved").inner_text() == "Saved a moment ago"
    facts = wide.locator("#panel-understood").inner_text()
    assert "Your firm" in facts
    assert "60" in facts
    said = wide.locator(".turns").inner_text()
    address = wide.url

    wide.reload()
    wide.wait_for_selector("[data-ready]")
    assert wide.locator(".turns").inner_text() == said
    assert wide.locator("#panel-understood").inner_text() == facts

    served.stop()
    served.start()
    visit(wide, served)
    assert wide.url == address
    assert wide.locator(".turns").inner_text() == said


def test_answers_fill_the_tabs_and_each_says_that_it_is_new(wide: Page, served: Served) -> None:
    visit(wide, served)
    say(wide, OPENING)
    for _ in range(8):
        if not wide.locator("#panel-advice .card").count() and wide.locator(".chip").count():
            replies = wide.locator(".turn.it").count()
            wide.locator(".chip").first.click()
            expect(wide.locator(".turn.it")).to_have_count(replies + 1, timeout=PATIENCE)
    assert wide.locator("#panel-advice .card").count()
    assert wide.locator("#panel-alignment details.finding").count()
    assert "The one page" in (wide.locator("#panel-plan").text_content() or "")
    assert "new" in (wide.get_attribute("#tab-advice", "class") or "")
    go(wide, "advice")
    assert "new" not in (wide.get_attribute("#tab-advice", "class") or "")


def test_two_visitors_see_nothing_of_each_other(chromium: Browser, served: Served) -> None:
    for one, other in zip(opened(chromium, WIDE), opened(chromium, WIDE), strict=True):
        visit(one, served)
        visit(other, served)
        say(one, OPENING)
        say(other, "We are a bakery of nine.")
        assert one.url != other.url
        seen, of_the_other = (each.locator("body").inner_text().lower() for each in (one, other))
        assert ("plumbing" in seen, "bakery" in seen) == (True, False)
        assert ("plumbing" in of_the_other, "bakery" in of_the_other) == (False, True)


def test_what_looks_like_html_is_shown_as_it_was_typed(wide: Page, served: Served) -> None:
    visit(wide, served)
    attack = '<script>window.hit=1</script><img src=x onerror="window.hit=1">${1+1}{{x}}'
    say(wide, attack)
    assert wide.locator(".turn.you").inner_text().endswith(attack)
    wide.reload()
    wide.wait_for_selector("[data-ready]")
    assert wide.locator(".turn.you").inner_text().endswith(attack)
    assert wide.evaluate("window.hit") is None


def test_a_proposal_is_read_where_it_is_dropped_and_nothing_of_it_stays_among_the_uploads(
    sized: Page, served: Served, tmp_path: Path
) -> None:
    visit(sized, served)
    quote = tmp_path / "quote.txt"
    quote.write_text(PAPER, encoding="utf-8")
    sized.set_input_files("#file", quote)
    expect(sized.locator("#panel-proposal .pill", has_text="grade")).to_be_visible(timeout=PATIENCE)
    assert "quote.txt" in sized.locator("#panel-proposal").inner_text()
    assert not [path for path in (served.settings.home / "uploads").rglob("*") if path.is_file()]


def test_a_file_that_cannot_be_read_is_refused_in_words_and_the_conversation_goes_on(
    wide: Page, served: Served, tmp_path: Path
) -> None:
    visit(wide, served)
    say(wide, OPENING)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    wide.set_input_files("#file", broken)
    expect(wide.locator("#trouble")).to_be_visible(timeout=PATIENCE)
    assert "broken.pdf" in wide.locator("#trouble").inner_text()
    say(wide, "about 60 invoices a week")


def test_when_plumbline_is_stopped_the_words_are_kept_and_can_be_sent_again(wide: Page, tmp_path: Path) -> None:
    port = free_port()
    running = serving(tmp_path, port)
    try:
        wide.goto(f"http://127.0.0.1:{port}/")
        say(wide, OPENING)
        running.terminate()
        running.wait()
        wide.fill("#words", "They take four hours.")
        wide.press("#words", "Enter")
        expect(wide.locator("#trouble")).to_be_visible(timeout=PATIENCE)
        assert wide.input_value("#words") == "They take four hours."
        running = serving(tmp_path, port)
        wide.press("#words", "Enter")
        expect(wide.locator(".turn.it")).to_have_count(2, timeout=PATIENCE)
    finally:
        running.terminate()
        running.wait()


def serving(home: Path, port: int) -> subprocess.Popen[str]:
    """The page served by a process of its own, which has printed its address."""
    serve = "from pathlib import Path; from assistant.settings import Settings; from assistant.web.app import serve; "
    serve += f"serve(Settings(home=Path({str(home)!r})), port={port})"
    running = subprocess.Popen([sys.executable, "-c", serve], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert f"http://127.0.0.1:{port}/" in running.stdout.readline()
    return running


def test_a_fact_is_changed_in_place_and_what_cannot_be_read_is_refused_there(wide: Page, served: Served) -> None:
    visit(wide, served)
    say(wide, OPENING)
    wide.click(".pencil[data-name=headcount]")
    field = wide.locator("#edit-firm-headcount")
    expect(field).to_be_focused()
    field.fill("purple")
    field.press("Enter")
    expect(wide.locator(".fact .trouble")).to_be_visible(timeout=PATIENCE)
    field.fill("14")
    field.press("Enter")
    expect(wide.locator(".pencil[data-name=headcount]")).to_have_attribute("data-words", "14", timeout=PATIENCE)
    expect(wide.locator(".pencil[data-name=headcount]")).to_be_focused()


def test_sources_rules_and_clauses_open_in_place(wide: Page, furnished: Served) -> None:
    visit(wide, furnished, FULL)
    go(wide, "alignment")
    finding = wide.locator("details.finding").first
    finding.locator("summary").first.click()
    finding.locator("summary", has_text="The rule RS04").click()
    expect(finding.locator(".rulecard")).to_contain_text("for example", timeout=PATIENCE)
    finding.locator("summary", has_text="Source:").click()
    expect(finding.locator(".passage .text")).to_be_visible(timeout=PATIENCE)
    go(wide, "proposal")
    wide.locator("summary", has_text="Notice missed").click()
    wide.locator("button:visible", has_text="Show it in the paper").click()
    expect(wide.locator(".paper mark:focus")).to_have_text("three months before it ends, by letter to our head office")


def test_a_filter_by_risk_leaves_one_kind_in_the_list_and_in_the_paper(narrow: Page, furnished: Served) -> None:
    visit(narrow, furnished, FULL)
    go(narrow, "proposal")
    panel = narrow.locator("#panel-proposal")
    panel.locator("summary", has_text="The paper, with the clauses marked").click()
    picks = (("Watch", "The price of year two", "Notice missed"), ("Fine", "You may add people", "Notice missed"))
    for words, shown, hidden in picks:
        panel.get_by_role("button", name=words).click()
        expect(panel.locator("details.finding", has_text=shown)).to_be_visible()
        expect(panel.locator("details.finding", has_text=hidden).first).to_be_hidden()
    expect(panel.locator(".paper mark")).to_have_count(5)
    clear = "all => all.filter(each => getComputedStyle(each).backgroundColor !== 'rgba(0, 0, 0, 0)')"
    assert len(panel.locator(".paper mark").evaluate_all(clear)) == 1
    panel.get_by_role("button", name="All (").click()
    assert len(panel.locator(".paper mark").evaluate_all(clear)) == 5
    with narrow.expect_download() as taken:
        panel.get_by_role("button", name="Spreadsheet").click()
    assert taken.value.suggested_filename == "lumen-dispatch-quote-read.xlsx"


def test_plans_are_taken_along_renamed_and_deleted_for_good(wide: Page, served: Served) -> None:
    visit(wide, served)
    say(wide, OPENING)
    wide.click("#open-drawer")
    wide.locator("#drawer-list summary").click()
    with wide.expect_download(timeout=PATIENCE) as taken:
        wide.click(".drawer [data-export='.md']")
    assert taken.value.suggested_filename.endswith(".md")
    wide.fill(".drawer input[name=title]", "Ours & theirs")
    wide.press(".drawer input[name=title]", "Enter")
    expect(wide.locator("h1")).to_have_text("Ours & theirs", timeout=PATIENCE)
    wide.locator("#drawer-list summary").click()
    wide.click(".drawer [data-delete]")
    assert wide.locator(".drawer [data-delete]").inner_text().startswith("Yes, delete")
    wide.click(".drawer [data-delete]")
    wide.wait_for_selector(".plumbline[data-stage=hello]")
    assert not served.plumbline.sessions()


def test_own_documents_are_read_asked_about_and_taken_out(wide: Page, served: Served, tmp_path: Path) -> None:
    (tmp_path / "handbook.md").write_text(
        "# Handbook\n\n## Refunds\n\nA cake brought back the same day is paid back.\n"
    )
    (tmp_path / "prices.csv").write_text("bread,price\nRye loaf,5.20\n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    visit(wide, served)
    say(wide, "We are a bakery of nine people.")
    wide.locator("#documents").set_input_files(
        [tmp_path / name for name in ("handbook.md", "prices.csv", "picture.txt")]
    )
    expect(wide.locator(".turn.it").last).to_contain_text("I have read handbook.md and prices.csv", timeout=60_000)
    expect(wide.locator(".turn.it").last).to_contain_text("picture.txt")
    say(wide, "When is a cake paid back?")
    answer = wide.locator(".turn.it").last
    expect(answer).to_contain_text("In your documents: A cake brought back the same day is paid back.")
    expect(answer).not_to_contain_text("What I know besides")
    answer.locator(".sources > summary").click()
    answer.locator(".source > summary").first.click()
    expect(answer.locator(".passage").first).to_contain_text("From your document handbook.md")
    go(wide, "understood")
    wide.get_by_role("button", name="Take out handbook.md").click()
    expect(wide.locator(".turn.it").last).to_contain_text("handbook.md is taken out", timeout=60_000)
    expect(wide.locator("#own-documents")).not_to_contain_text("handbook.md")
    home = served.settings.home
    kept = [each.name for each in home.rglob("*") if each.is_file() and b"same day is paid" in each.read_bytes()]
    assert [name for name in kept if not name.startswith("sessions.sqlite")] == []


def test_the_reading_of_many_documents_shows_how_far_it_is(wide: Page, served: Served, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    for number in range(60):
        body = f"Cake number {number} is paid back the same day, and never later than the evening of that day. " * 8
        (folder / f"rules-{number}.md").write_text(f"# Rules {number}\n\n## Refunds of kind {number}\n\n{body}\n")
    visit(wide, served)
    say(wide, "We are a bakery of nine people.")
    wide.locator("#documents").set_input_files(sorted(folder.iterdir()))
    expect(wide.locator("#waiting-share")).to_be_visible(timeout=60_000)
    expect(wide.locator("#waiting-words")).to_contain_text(" of ")
    expect(wide.locator(".turn.it").last).to_contain_text("I have read", timeout=120_000)
    expect(wide.locator("#waiting-share")).to_be_hidden()


@pytest.mark.parametrize(
    ("zone", "said"), [("#drop > div", "Proposal to check"), ("#drop-documents", "Your documents")]
)
def test_what_is_dropped_goes_where_it_was_dropped(wide: Page, served: Served, zone: str, said: str) -> None:
    visit(wide, served)
    moved = wide.evaluate_handle(
        "() => { const moved = new DataTransfer();"
        " moved.items.add(new File(['The oven is serviced in March by Brandt.'], 'note.txt')); return moved; }"
    )
    wide.dispatch_event("#talk", "dragover", {"dataTransfer": moved})
    wide.locator(zone).first.dispatch_event("drop", {"dataTransfer": moved})
    expect(wide.locator(".turn.you, .turn.note").first).to_contain_text(said, timeout=PATIENCE)


def test_a_figure_is_tried_in_its_card_and_kept_only_when_the_owner_says_so(sized: Page, served: Served) -> None:
    talk = served.plumbline.session(FULL)
    for words in ("Bakery, nine of us. I write about 5 invoices a week, 6 minutes each.", *("skip",) * 8):
        talk.say(words)
    before = talk.state()
    visit(sized, served, FULL)
    go(sized, "advice")
    card = sized.locator("#panel-advice .card", has_text="invoices").last
    card.locator("summary").first.click()
    tried = card.locator("form.what-if[data-name=items_per_week]")
    field = tried.locator("input")
    most = field.get_attribute("max")
    assert most is not None
    field.fill(most)
    expect(tried.locator(".answer")).to_contain_text("The answer becomes", timeout=PATIENCE)
    field.fill("5")
    expect(tried.locator(".answer")).to_contain_text("The answer stays: leave it", timeout=PATIENCE)
    assert talk.state() == before
    box = field.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["x"] + box["width"] <= (sized.viewport_size or {})["width"]
    field.fill(most)
    tried.locator("button").click()
    expect(sized.locator("#panel-advice .dec").first).not_to_have_text("leave it", timeout=PATIENCE)
    assert talk.state().profile != before.profile
