"""A slice of a reaction: the causes, or the streams of one cause, that are next."""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from domain.event_store.reactions.causes import Undecoded
from domain.event_store.reactions.places import Advance, Place, Postponed
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from domain.reaction import BulkReaction, Cause, Consequence, Reaction
from projections.engine.standing import standing
from workers.reactions.consequence import Refused, faulty
from workers.reactions.course import UNREADABLE, WAITS, Asked, Course
from workers.reactions.targets import Targets

TOGETHER: Final = 64
"""How many causes are worked on at once, and share commits."""
PAGE: Final = 256
"""How many streams of one cause are."""
RESTS: Final = 1.5
"""So many times as long as a page of streams took, whoever else writes has the store for himself.

Otherwise thousands of commands, which nobody waits for, hold up the citizens who apply.
"""


class Slice(NamedTuple):
    """What came of a slice: the move, and why the reaction stops behind it, if it does."""

    move: Advance
    stops: str | None = None


class PageOfStreams(NamedTuple):
    """What follows for the next streams of one cause, and the place right before them."""

    begins: Place
    asked: Sequence[Asked]


async def of_causes(course: Course, reaction: Reaction[Any]) -> Slice:
    """Carries out what follows from the next causes."""
    failpoint("X1")
    asked: list[Asked] = []
    aside: list[Postponed] = []
    stops: list[tuple[int, str]] = []
    waits = set(course.held)
    last = course.place.position
    for stored in islice(course.causes, TOGETHER):
        cause = None if stored.stream in waits else course.cause(stored)
        if cause is None:
            refused = WAITS if stored.stream in waits else UNREADABLE
            aside.append(Postponed(stored.stream, stored.position, refused.why))
            waits.add(stored.stream)
        else:
            following = _following(course, stored, cause, reaction.then)
            if isinstance(following, Refused):
                stops.append((stored.position, following.why))
                break
            asked += following
        last = stored.position
    answers = await course.carry_out(asked)
    stops += [(each.position, r.why) for each, r in answers if r and r.tries is None]
    postponed = [*aside, *_postponed(answers)]
    if not stops:
        return Slice(Advance(course.name, course.place, course.behind(last), postponed))
    at, why = min(stops)
    before = [each for each in postponed if each.cause < at]
    return Slice(Advance(course.name, course.place, Place(at - 1), before), why)


async def page_of(
    course: Course,
    reaction: BulkReaction[Any],
    targets: Targets,
    connection: Connection,
    epoch: int,
) -> PageOfStreams | Slice | None:
    """Looks up the next streams of one cause, or says where the reaction goes without any.

    None means that the read model has not folded the cause yet.
    """
    failpoint("X1")
    stored, place = course.causes[0], course.place
    knows = await standing(connection, targets.read_model)
    if knows.epoch != epoch or knows.position < stored.position:
        return None
    cause = course.cause(stored)
    if cause is None:
        return Slice(Advance(course.name, place, place), UNREADABLE.why)
    if place.cause != stored.position:
        count = await targets.count(connection, cause)
        place = Place(stored.position - 1, stored.position, None, 0, count)
    page = await targets.page(connection, cause, place.target, PAGE)
    if not page:
        return Slice(Advance(course.name, course.place, course.behind(stored.position)))
    asked = _following(
        course,
        stored,
        cause,
        lambda cause: [Consequence(each, reaction.then(cause, each)) for each in page],
    )
    if isinstance(asked, Refused):
        return Slice(Advance(course.name, course.place, place), asked.why)
    return PageOfStreams(place, asked)


async def of_page(course: Course, page: PageOfStreams) -> Slice:
    """Carries out what follows for a page, as soon as the reaction has rested from the last."""
    await asyncio.sleep(course.rests_until - time.monotonic())
    began = time.monotonic()
    answers = await course.carry_out(page.asked)
    ended = time.monotonic()
    course.rests_until = ended + RESTS * (ended - began)
    stops = next((n for n, (_, r) in enumerate(answers) if r and r.tries is None), None)
    done, place = answers[:stops], page.begins
    if done:
        last, _ = done[-1]
        place = place._replace(target=last.consequence.stream, done=place.done + len(done))
    refused = None if stops is None else answers[stops][1]
    return Slice(
        Advance(course.name, course.place, place, _postponed(done)), refused and refused.why
    )


def _following(
    course: Course,
    stored: Undecoded,
    cause: Cause[Any],
    then: Callable[[Cause[Any]], Iterable[Consequence]],
) -> list[Asked] | Refused:
    try:
        asked = [Asked(stored.position, cause, each) for each in then(cause)]
        if len({each.consequence.stream for each in asked}) < len(asked):
            raise ValueError("two commands to one stream have one id, so one would be lost")
    except Exception as fault:  # noqa: BLE001 - a faulty reaction never stops the others
        return faulty(course.declared, fault)
    return asked


def _postponed(answers: Iterable[tuple[Asked, Refused | None]]) -> Sequence[Postponed]:
    return [
        Postponed(each.consequence.stream, each.position, refused.why)
        for each, refused in answers
        if refused
    ]
