"""The wheel carries the knowledge and works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from this checkout, unpacked into an empty folder."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return target


def run(unpacked: Path, home: Path, *verb: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "PLUMBLINE_HOME": str(home), "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "-m", "assistant", *verb]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.wheel
def test_the_wheel_finds_its_own_knowledge(unpacked: Path, tmp_path: Path) -> None:
    assert (unpacked / "assistant" / "_data" / "knowledge" / "vocabulary" / "processes.yml").is_file()
    assert "RS04" in run(unpacked, tmp_path, "rules", "RS04")
    assert "invoicing" in run(unpacked, tmp_path, "catalogue")


@pytest.mark.wheel
def test_the_wheel_answers_from_its_knowledge(unpacked: Path, tmp_path: Path) -> None:
    assert "[1]" in run(unpacked, tmp_path, "ask", "When should I stop a pilot?")


@pytest.mark.wheel
def test_tests_and_evals_stay_out_of_the_wheel(unpacked: Path) -> None:
    assert not (unpacked / "evals").exists()
    assert not (unpacked / "tests").exists()
