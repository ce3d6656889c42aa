"""Tries again what was postponed."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.event_store.reactions import postponed
from domain.event_store.reactions.causes import Undecoded, causes_at
from domain.event_store.reactions.postponed import SecondTry
from domain.event_store.transaction import Connection
from domain.reaction import BulkReaction, Cause, Consequence, Later
from workers.reactions.consequence import Refused, carry_out, faulty
from workers.reactions.course import UNREADABLE, Course

_AT_ONCE: Final = 64
_log: Final = logging.getLogger(__name__)


async def try_again(connection: Connection, courses: Mapping[str, Course]) -> Mapping[str, str]:
    """Tries whatever is due. Returns the reactions that stop at it, and why."""
    due = await postponed.due(connection, courses, _AT_ONCE)
    causes = await causes_at(connection, {each.cause for each in due})
    answers = await asyncio.gather(
        *(_tried(courses[each.name], causes[each.cause], each) for each in due)
    )
    stops = {}
    for each, refused in zip(due, answers, strict=True):
        if refused is None:
            await postponed.settled(connection, each)
        elif refused.tries is None:
            stops[each.name] = refused.why
        elif each.tries + 1 < refused.tries:
            await postponed.again(connection, each, refused.why)
        else:
            await postponed.give_up(connection, each, refused.why)
            _log.error(
                "reaction %s: given up for %s after %d tries: %s",
                *(each.name, each.target, each.tries + 1, refused.why),
            )
    held = await postponed.held(connection, courses)
    for name, course in courses.items():
        course.held = set(held.get(name, ()))
    return stops


async def _tried(course: Course, stored: Undecoded, due: SecondTry) -> Refused | None:
    cause = course.cause(stored)
    if cause is None:
        return Refused(UNREADABLE.why, Later().tries)
    try:
        consequences = _for(course, cause, due)
    except Exception as fault:  # noqa: BLE001 - a faulty reaction never stops the others
        return faulty(course.declared, fault)
    for each in consequences:
        if refused := await carry_out(course.door, course.declared, cause, each):
            return refused
    return None


def _for(course: Course, cause: Cause[Any], due: SecondTry) -> Sequence[Consequence]:
    """What is tried: all that follows from an event that itself had to wait, or one command.

    What was carried out of it before the command log knows, so it is not done twice.
    """
    reaction = course.declared.reaction
    if isinstance(reaction, BulkReaction):
        return [Consequence(due.target, reaction.then(cause, due.target))]
    return [each for each in reaction.then(cause) if due.target in {each.stream, cause.stream}]
