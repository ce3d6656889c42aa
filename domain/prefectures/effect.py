"""A decision takes effect at 00:00 of its day: at once, or by the timekeeper (ADR 59)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from domain.calendar import start_of_day
from domain.circumstances import Circumstances
from domain.message import PassDeadline
from domain.prefectures import events
from domain.prefectures.source import Source
from domain.prefectures.state import Prefecture
from domain.refusal import NotAsThingsStand
from domain.timer import Timer

EFFECT: Final = "DECISION_EFFECT"
"""The clock of a prefecture. It runs until the next decision takes effect."""


def timer(current: Prefecture) -> Timer | None:
    """When the next decision takes effect, if any is ahead."""
    ahead = [_day(each) for each in current.ahead()]
    return Timer(EFFECT, start_of_day(min(ahead))) if ahead else None


def pass_deadline(
    current: Prefecture, command: PassDeadline, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    """The day of a decision has begun. That it took effect follows by itself."""
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise NotAsThingsStand(command=type(command).__name__)
    return []


def took_effect(after: Prefecture, at: Circumstances) -> Sequence[events.PrefectureEvent]:
    """What follows from every decision whose day has begun, once."""
    begun = [each for each in after.ahead() if _day(each) <= at.today]
    if not begun:
        return []
    return [
        events.DecisionsTookEffect(
            region=after.region,
            effective_on=max(map(_day, begun)),
            decisions=tuple(each.named(after.region) for each in begun),
        )
    ]


def followed(current: Prefecture, event: events.DecisionsTookEffect) -> Prefecture:
    """It stands in the stream among the decisions, so it is counted with them."""
    told = (each.version for each in current.ahead() if each.named(event.region) in event.decisions)
    return replace(current, followed=(*current.followed, *told), version=current.version + 1)


def _day(decision: Source) -> date:
    return decision.effective_on or date.min
