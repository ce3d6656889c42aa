"""PLAN: what one place offers on one day, for everybody to read (ADR 81).

Bookings read it under guard and append nothing to it. Each takes a seat, whoever comes first.
Where applicants are ranked instead, as for examinations, the plan is another aggregate (ADR 82).
"""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.people import Actor, Role
from domain.plans import commands, decisions, events
from domain.plans.state import DayPlan, PlanStage, plan_name
from domain.plans.words import WORDS

_PLANNERS: Final = frozenset({Role.SUPERVISOR, Role.HQ})
_STANDING: Final = frozenset({PlanStage.OPEN, PlanStage.CLOSED})


def _published(current: DayPlan, event: events.PlanPublished) -> DayPlan:
    return replace(
        current,
        kind=event.kind,
        place=event.place,
        on=event.on,
        releases=event.releases,
        published=event,
    )


def _announced(current: DayPlan, event: events.SeatsAnnounced) -> DayPlan:
    return replace(current, releases=(*current.releases, *event.releases))


def _sees(by: Actor, current: DayPlan, owner: Actor) -> bool:
    """Plans are published, so everybody may look at them."""
    return True


def _about(current: DayPlan) -> dict[str, str]:
    return {"plan": plan_name(current.kind, current.place, current.on)}


PLAN: Final = Aggregate(
    kind="plan",
    initial=DayPlan(),
    event=events.PlanEvent,
    command=commands.PlanCommand,
    decisions=(
        Decision(commands.PublishPlan, at=set(PlanStage), by=_PLANNERS, decide=decisions.publish),
        Decision(
            commands.AnnounceSeats,
            at=_STANDING,
            by=_PLANNERS,
            decide=decisions.announce,
            who=decisions.of_the_place,
        ),
        Decision(
            commands.ClosePlan,
            at=_STANDING,
            by=_PLANNERS | {Role.SYSTEM},
            decide=decisions.close,
            who=decisions.of_the_place,
        ),
        Decision(
            commands.ReopenPlan,
            at=_STANDING,
            by=_PLANNERS,
            decide=decisions.reopen,
            who=decisions.of_the_place,
        ),
        Decision(
            commands.CancelPlan,
            at=_STANDING | {PlanStage.CANCELLED},
            by=_PLANNERS,
            decide=decisions.cancel,
            who=decisions.of_the_place,
        ),
    ),
    effects=(
        Effect(events.PlanPublished, to=PlanStage.OPEN, change=_published),
        Effect(events.SeatsAnnounced, change=_announced),
        Effect(events.PlanClosed, to=PlanStage.CLOSED),
        Effect(events.PlanReopened, to=PlanStage.OPEN),
        Effect(events.PlanCancelled, to=PlanStage.CANCELLED),
    ),
    words=WORDS,
    sees=_sees,
    office=lambda current: current.place,
    about=_about,
)
