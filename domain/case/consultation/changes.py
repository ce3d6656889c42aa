"""What each event of this chapter changes."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.consultation import events
from domain.case.state import Case


def _consulted(current: Case, event: events.RegisterConsulted) -> Case:
    """What the register said before counts no longer. What it says this time follows."""
    kept = {
        code: passed for code, passed in current.checks.items() if code not in current.from_register
    }
    return replace(
        current,
        consulted_at=event.as_of,
        holders=frozenset(event.holders),
        learner=event.learner,
        checks=kept,
        from_register=frozenset(),
    )


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.RegisterConsulted, change=_consulted),
)
