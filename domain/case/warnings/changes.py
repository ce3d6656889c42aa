"""What each event of this chapter changes. None of them leads to another stage."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.deadline_warning import DeadlineWarning
from domain.case.state import Case
from domain.case.warnings import events


def _raised(current: Case, event: events.DeadlineWarningRaised) -> Case:
    return replace(current, warning=DeadlineWarning(event.clock, event.due_on, event.level))


def _answered(current: Case, event: events.DeadlineWarningAnswered) -> Case:
    warning = current.warning
    if warning is None or warning.clock != event.clock:
        return current
    return replace(current, warning=replace(warning, answered=event.done_by))


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.DeadlineWarningRaised, change=_raised),
    Effect(events.DeadlineWarningAnswered, change=_answered),
)
