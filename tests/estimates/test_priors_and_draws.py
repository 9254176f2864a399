"""Priors are ordered, sourced data; draws meet their ranges and stay with their names."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import BadInput
from assistant.estimates.draws import lognormal, pert, substream
from assistant.estimates.priors import load_priors
from assistant.settings import Settings
from tests.estimates.firms import setting

SPREADS = [(0.01, 0.045, 0.10), (2.0, 6.0, 16.0), (0.10, 0.18, 0.32), (500.0, 6_000.0, 150_000.0)]


def test_machines_and_suites_are_judged_over_five_years() -> None:
    priors = setting().priors
    assert priors.horizon("acct") == 36
    assert priors.horizon("machine") == priors.horizon("erp") == 60


def test_long_lived_means_are_means_of_the_catalogue() -> None:
    known = {each.id for each in setting().catalogue.means}
    assert set(setting().priors.words.long_lived) <= known


def test_every_prior_says_what_it_rests_on() -> None:
    priors = setting().priors
    defaults = [getattr(priors.defaults, name) for name in type(priors.defaults).model_fields]
    assert all(each.basis and each.unit for each in [*defaults, priors.adoption_ramp])


def test_a_misshapen_prior_is_named_with_its_file(tmp_path: Path) -> None:
    real = (Settings().knowledge() / "vocabulary" / "priors.yml").read_text(encoding="utf-8")
    (tmp_path / "vocabulary").mkdir()
    shutil.copy(Settings().knowledge() / "vocabulary" / "bands.yml", tmp_path / "vocabulary")
    broken = tmp_path / "vocabulary" / "priors.yml"
    broken.write_text(real.replace("spread: [0.8, 1.0, 1.25]", "spread: [1.8, 1.0, 1.25]"), encoding="utf-8")
    with pytest.raises(BadInput, match=r"priors\.yml.*volume_said"):
        load_priors(tmp_path)


@pytest.mark.parametrize("spread", SPREADS)
def test_draws_meet_the_three_figures_of_their_range(spread: tuple[float, float, float]) -> None:
    for sampler in (lognormal, pert):
        values = sampler(spread, substream("range", 7, 5_000))
        assert np.percentile(values, [50, 90]) == pytest.approx(spread[1:], rel=0.01)
        if sampler is lognormal or spread[0] > 0:
            assert np.percentile(values, 10) == pytest.approx(spread[0], rel=0.02)


def test_an_amount_that_may_be_nil_never_falls_below_nil() -> None:
    values = pert((0.0, 300.0, 2_500.0), substream("nil", 7, 5_000))
    assert values.min() >= 0
    assert np.percentile(values, [50, 90]) == pytest.approx([300, 2_500], rel=0.01)


def test_names_have_luck_of_their_own() -> None:
    one, other = substream("a", 1, 2_000), substream("b", 1, 2_000)
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.1
    assert np.array_equal(one, substream("a", 1, 2_000))
    assert not np.array_equal(one, substream("a", 2, 2_000))


def test_the_luck_of_adoption_is_shared_by_the_whole_team() -> None:
    from assistant.estimates.inputs import job_inputs
    from tests.estimates.firms import firm

    catalogue = setting().catalogue
    pairs = (("invoicing", "acct"), ("rota", "sheet"), ("job_sheets", "field"))
    streams = {job_inputs(firm(p), catalogue.process(p), catalogue.way(m), setting()).adoption.stream for p, m in pairs}
    assert len(streams) == 1
