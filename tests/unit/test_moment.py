"""Up to which of its events a stream is shown."""

from datetime import timedelta
from itertools import pairwise

import pytest
from msgspec.structs import replace

from api.pages.audit.moment import shown_steps, version_seen
from api.problems import Problem
from domain.calendar import end_of_day, local_day
from domain.case.case import CASE
from domain.recorded_event import RecordedEvent
from tests.kit.histories import lives
from tests.kit.life import recorded

_EVENTS = recorded(lives(1))
_DAY = local_day(_EVENTS[0].at)


def _at(*instants: timedelta) -> list[RecordedEvent]:
    """The first events, each so long after the end of the day."""
    return [
        replace(each, envelope=replace(each.envelope, at=end_of_day(_DAY) + after))
        for each, after in zip(_EVENTS, instants, strict=False)
    ]


def test_a_day_is_taken_as_its_end_at_the_office() -> None:
    second = timedelta(seconds=1)
    events = _at(-second, timedelta(0), second)
    assert len(shown_steps(CASE, events, _DAY.isoformat(), None, None)) == 1
    assert len(shown_steps(CASE, events, "9999-12-31", None, None)) == 3
    assert shown_steps(CASE, events, "0001-01-01", None, None) == []


def test_what_an_officer_saw_ends_before_all_that_his_command_did() -> None:
    for before, after in pairwise(_EVENTS):
        seen = version_seen(_EVENTS, after.version)
        assert seen < after.version
        if before.envelope.cause == after.envelope.cause:
            assert seen == version_seen(_EVENTS, before.version)
        else:
            assert seen == before.version
    assert version_seen(_EVENTS, 1) == 0


def test_the_narrowest_counts_and_a_step_that_is_not_there_is_not_found() -> None:
    assert len(shown_steps(CASE, _EVENTS, None, 2, None)) == 2
    assert len(shown_steps(CASE, _EVENTS, "9999-12-31", 3, 2)) == version_seen(_EVENTS, 2)
    for step in (0, len(_EVENTS) + 1):
        with pytest.raises(Problem):
            shown_steps(CASE, _EVENTS, None, step, None)
