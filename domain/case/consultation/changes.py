"""What each event of this chapter changes."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.consultation import events
from domain.case.state import Case


def _consulted(current: Case, event: events.RegisterConsulted) -> Case:
    return replace(current, consulted_at=event.as_of)


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.RegisterConsulted, change=_consulted),
)
