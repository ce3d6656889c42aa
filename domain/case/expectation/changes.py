"""What the event of this chapter changes."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.expectation import events
from domain.case.state import Case


def _slipped(current: Case, event: events.ExpectedDateSlipped) -> Case:
    return replace(current, slipped=True, likely_by=event.likely_by)


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.ExpectedDateSlipped, change=_slipped),
)
