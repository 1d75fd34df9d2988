from __future__ import annotations

import pytest

from sayso.model.errors import UsageError
from sayso.model.profile import Profile
from sayso.pipeline.open import DEFAULT_READER, READERS, ready_reader


@pytest.mark.parametrize("name", READERS)
def test_every_reader_is_made_ready_under_its_name(name: str) -> None:
    assert ready_reader(Profile(), name=name).name == name


def test_rules_read_where_nothing_is_said() -> None:
    assert ready_reader(Profile()).name == DEFAULT_READER == "rules"


def test_a_reader_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="there are rules, learned, both"):
        ready_reader(Profile(), name="oracle")
