"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import CARRIED, Effect
from domain.case.production import events
from domain.case.stage import Stage
from domain.case.state import Case, until
from domain.clocks.clock import Clock


def _produced(current: Case, event: events.DocumentProduced) -> Case:
    return replace(
        current,
        document_no=event.document_no,
        deadline=until(Clock.POST_HANDOVER, event.hand_over_by)
        or until(Clock.PICKUP_HOLD, event.keep_until),
    )


def _old_document_settled(
    current: Case, event: events.OldPlateReturned | events.LossDeclared
) -> Case:
    return replace(current, old_document_settled=True)


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.ProductionOrdered, to=Stage.IN_PRODUCTION),
    Effect(events.DocumentProduced, to=CARRIED, change=_produced),
    Effect(events.OldPlateReturned, change=_old_document_settled),
    Effect(events.LossDeclared, change=_old_document_settled),
    Effect(events.CaseClosed, to=Stage.COMPLETED),
)
