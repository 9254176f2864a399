"""The mean of several courses of one tower."""

from __future__ import annotations

import numpy as np
import pytest

from training.average import average, narrowed


def test_heads_are_averaged_and_names_stay() -> None:
    names = np.array(["a", "b"])
    made = average(
        [{"x": np.array([1.0, 2.0], np.float16), "names": names}, {"x": np.array([3.0, 4.0]), "names": names}]
    )
    assert made["x"].tolist() == [2.0, 3.0]
    assert made["x"].dtype == np.float16
    assert made["names"].tolist() == ["a", "b"]


def test_the_mean_of_low_rank_maps_is_the_mean_of_the_maps() -> None:
    draw = np.random.default_rng(0)
    courses = [{"m/up": draw.normal(size=(6, rank)), "m/down": draw.normal(size=(rank, 5))} for rank in (2, 3)]
    made = average(courses)
    wanted = np.mean([each["m/up"] @ each["m/down"] for each in courses], axis=0)
    assert np.allclose(made["m/up"] @ made["m/down"], wanted)


def test_a_map_is_narrowed_to_its_largest_directions() -> None:
    draw = np.random.default_rng(0)
    up, down = draw.normal(size=(6, 2)), draw.normal(size=(2, 5))
    doubled = {"m/up": np.concatenate([up, up], axis=1) / 2, "m/down": np.concatenate([down, down]), "x": np.ones(3)}
    made = narrowed(doubled, 2)
    assert made["m/up"].shape == (6, 2)
    assert np.allclose(made["m/up"] @ made["m/down"], up @ down, atol=1e-5)
    assert made["x"].tolist() == [1.0, 1.0, 1.0]


def test_courses_of_other_names_are_refused() -> None:
    with pytest.raises(ValueError, match="kinds differs"):
        average([{"kinds": np.array(["a"])}, {"kinds": np.array(["b"])}])
    with pytest.raises(ValueError, match="at_all: not in every course"):
        average([{"x": np.array([1.0])}, {"x": np.array([1.0]), "at_all": np.array(["goals"])}])
