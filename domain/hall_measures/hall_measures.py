"""HALL MEASURES: what the halls of a prefecture keep beyond the announcement (ADR 100)."""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.hall_measures import commands, decisions, events
from domain.hall_measures.precautions import Precautions
from domain.hall_measures.state import HallMeasures, HallMeasuresStage
from domain.hall_measures.words import WORDS
from domain.people import Role


def _decided(current: HallMeasures, event: events.HallMeasuresDecided) -> HallMeasures:
    kept = Precautions(
        effective_on=event.effective_on,
        staff_temperature=event.staff_temperature,
        checks_before_opening=event.checks_before_opening,
        limited_hall=event.limited_hall,
    )
    return replace(current, region=event.region, decided=(*current.decided, kept))


HALL_MEASURES: Final = Aggregate(
    kind="hall_measures",
    initial=HallMeasures(),
    event=events.HallMeasuresEvent,
    command=commands.HallMeasuresCommand,
    decisions=(
        Decision(
            commands.DecideHallMeasures,
            at=set(HallMeasuresStage),
            by={Role.SUPERVISOR, Role.HQ},
            decide=decisions.decide,
        ),
    ),
    effects=(Effect(events.HallMeasuresDecided, to=HallMeasuresStage.DECIDED, change=_decided),),
    words=WORDS,
    office=lambda current: current.region,
)
