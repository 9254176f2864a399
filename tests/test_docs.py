"""Documentation is under test: every setting, verb and rule appears where it should; every source resolves."""

from __future__ import annotations

import re
from pathlib import Path

from assistant import open_plumbline
from assistant.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent


def test_every_setting_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in Settings.model_fields:
        assert f"{PREFIX}{name.upper()}" in readme, name


def test_the_rules_page_is_as_the_rules_are(settings: Settings) -> None:
    from assistant.cli.rules import page

    with open_plumbline(settings) as plumbline:
        assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == page(plumbline.rules())


def test_every_rules_source_is_a_heading_of_the_knowledge_base(settings: Settings) -> None:
    from assistant.retrieval.library import knowledge_library

    anchors = knowledge_library(settings, settings.knowledge()).anchors()
    with open_plumbline(settings) as plumbline:
        for card in plumbline.rules():
            assert card.source in anchors, f"{card.id}: {card.source}"


def test_every_direct_dependency_says_why() -> None:
    listed = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.S | re.M)
    assert block is not None
    for line in re.findall(r'"([A-Za-z0-9_.-]+)', block.group(1)):
        assert line in listed, line


def test_every_direct_dependency_is_pinned() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    block = re.search(r"^dependencies = \[(.*?)^\]", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.S | re.M)
    assert block is not None
    for name in re.findall(r'"([A-Za-z0-9_.-]+)', block.group(1)):
        assert f"\n{name.lower()}==" in f"\n{pins}", name
