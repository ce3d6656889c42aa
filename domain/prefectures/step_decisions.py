"""The four steps of a prefecture of class two: forward one at a time, back with a reason."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from domain.circumstances import Circumstances
from domain.offices.business import WindowGroup
from domain.prefectures import commands, events
from domain.prefectures.deciders import not_over, paper
from domain.prefectures.refusals import (
    BusinessUnknown,
    NotOfThisClass,
    StepNotEarlier,
    StepOutOfOrder,
)
from domain.prefectures.state import Prefecture
from domain.prefectures.step import Step, TrafficClass

_ORDER: Final = tuple(Step)


def take_step(
    current: Prefecture, command: commands.TakeStep, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    """How long a step lasts, and when the next one comes, is decided here and by no timer."""
    not_over(command.effective_on, at)
    must_be_of_class(TrafficClass.TWO, current, command.effective_on)
    before = current.step_on(command.effective_on)
    if before is command.step:
        return []
    following = _ORDER[_ORDER.index(before or Step.FOURTH) + 1 :]
    if not following or following[0] is not command.step:
        raise StepOutOfOrder(expected=following[0] if following else Step.SUSPENDED)
    return [
        events.StepTaken(
            step=command.step,
            effective_on=command.effective_on,
            grounds=command.grounds,
            **paper(command, command.effective_on, at),
        )
    ]


def take_step_back(
    current: Prefecture, command: commands.TakeStepBack, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    """To close everything is to suspend, which is a command of its own."""
    not_over(command.effective_on, at)
    must_be_of_class(TrafficClass.TWO, current, command.effective_on)
    before = current.step_on(command.effective_on)
    passed = _ORDER[1 : _ORDER.index(before)] if before else ()
    if command.step not in passed:
        raise StepNotEarlier(choices=list(map(str, passed)))
    return [
        events.StepTakenBack(
            step=command.step,
            effective_on=command.effective_on,
            grounds=command.grounds,
            **paper(command, command.effective_on, at),
        )
    ]


def list_third_step(
    current: Prefecture, command: commands.ListThirdStepServices, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    """A list may be made before the third step is taken, and be replaced while it holds."""
    not_over(command.effective_on, at)
    must_be_of_class(TrafficClass.TWO, current, command.effective_on)
    must_be_known(command.services, at)
    return [
        events.ThirdStepServicesListed(
            services=tuple(dict.fromkeys(command.services)),
            effective_on=command.effective_on,
            grounds=command.grounds,
            **paper(command, command.effective_on, at),
        )
    ]


def must_be_of_class(required: int, current: Prefecture, day: date) -> None:
    """Raises :class:`NotOfThisClass` unless the prefecture is of this class on the day.

    Before it has a class, a city that suspended its windows opens what it names.
    """
    found = current.class_on(day)
    if (found or TrafficClass.ONE) != required:
        raise NotOfThisClass(region_class=found, required=required)


def must_be_known(services: Iterable[str], at: Circumstances) -> None:
    """Raises :class:`BusinessUnknown` for what is neither a group nor a service."""
    choices = [*map(str, WindowGroup), *at.catalogue]
    if unknown := [each for each in services if each not in choices]:
        raise BusinessUnknown(services=unknown, choices=list(dict.fromkeys(choices)))
