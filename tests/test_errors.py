"""What does not fit in some data is told as place and message."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from assistant.domain.profile import Profile
from assistant.errors import misfit


@pytest.mark.parametrize(
    ("json", "says"),
    [
        ('{"goals": [{"kind": 3}]}', "goals.0.kind: Input should be"),
        ('{"busines": {}}', "busines: Extra inputs are not permitted"),
        ("[]", "the file: Input should be an object"),
        ("nothing", "the file: Invalid JSON"),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(json: str, says: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Profile.model_validate_json(json)
    assert str(misfit(caught.value, "the file")).startswith(says)
