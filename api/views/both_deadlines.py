"""A deadline twice: by law, and as the reliefs have moved it, with the basis of that."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from api.desk import Desk
from api.language import Language
from api.views.relief_text import relief_text
from domain.clocks.clock import Clock
from domain.clocks.lawful import LawfulDeadline, MovedDeadline
from domain.door.refusals import NotFound
from domain.offices.tree import OFFICES
from domain.people import system
from domain.reliefs.effect import OF_THE_PROVINCE, moved_by
from domain.reliefs.kind import ReliefBody
from domain.reliefs.state import Reliefs, StandingRelief

_TELLER = system("reliefs")


class ReliefBasis(TypedDict):
    """On whose word a deadline was moved. Without ``last`` the end of the relief is not known."""

    relief: str
    body: ReliefBody
    body_title: str
    document_no: str
    text: str
    announced_on: date
    first: date
    last: date | None


class BothDeadlines(TypedDict):
    """The last day ``by_law``, and ``until`` under relief.

    While a relief is ``open`` nobody can be late, and there is no such day. ``relief`` is null
    where none has moved the deadline, and then both days are the same. ``text`` tells both days
    and the basis in a sentence, and is null in that case.
    """

    clock: Clock
    title: str
    by_law: date
    until: date | None
    open: bool
    relief: ReliefBasis | None
    text: str | None


async def both_deadlines(
    desk: Desk, deadlines: Iterable[LawfulDeadline], office: str, language: Language
) -> list[BothDeadlines]:
    """The deadlines of somebody of whom this office keeps the record."""
    record = OFFICES.get(office)
    return await both_in(desk, deadlines, record.region_code if record else "", language)


async def both_in(
    desk: Desk, deadlines: Iterable[LawfulDeadline], region: str, language: Language
) -> list[BothDeadlines]:
    """The same in a prefecture, by the reliefs as they stand at present."""
    standing = [each for each in (await _reliefs(desk)).standing if each.holds_in(region)]
    return [_both(each, standing, desk.today, language) for each in deadlines]


async def both_stored(
    desk: Desk, moved: Iterable[MovedDeadline], language: Language
) -> list[BothDeadlines]:
    """Deadlines that a relief has moved, as their stream has stored it."""
    if not (stored := tuple(moved)):
        return []
    reliefs = await _reliefs(desk)
    named = {each.relief: each for each in (*reliefs.replaced, *reliefs.standing)}
    gone = {each.relief for each in reliefs.replaced}
    return [
        _stored(each, named.get(each.relief), language, replaced=each.relief in gone)
        for each in stored
    ]


async def _reliefs(desk: Desk) -> Reliefs:
    try:
        return (await desk.door.open(OF_THE_PROVINCE.of, OF_THE_PROVINCE.stream, _TELLER))[0].state
    except NotFound:
        return Reliefs()


def _both(
    deadline: LawfulDeadline, standing: list[StandingRelief], today: date, language: Language
) -> BothDeadlines:
    moved = moved_by(deadline, standing, today)
    until = moved.until if moved else deadline.last
    return {
        "clock": deadline.clock,
        "title": deadline.clock.text(language),
        "by_law": deadline.last,
        "until": until,
        "open": until is None,
        "relief": _basis(moved.relief, language) if moved else None,
        "text": relief_text(deadline.last, until, moved.relief, language) if moved else None,
    }


def _stored(
    moved: MovedDeadline, relief: StandingRelief | None, language: Language, *, replaced: bool
) -> BothDeadlines:
    """What is stored names its relief, also where another has taken its place since."""
    return {
        "clock": moved.clock,
        "title": moved.clock.text(language),
        "by_law": moved.by_law,
        "until": moved.until,
        "open": moved.until is None,
        "relief": _basis(relief, language) if relief else None,
        "text": relief_text(moved.by_law, moved.until, relief, language, replaced=replaced),
    }


def _basis(relief: StandingRelief, language: Language) -> ReliefBasis:
    return {
        "relief": relief.relief,
        "body": relief.body,
        "body_title": relief.body.text(language),
        "document_no": relief.document_no,
        "text": relief.text,
        "announced_on": relief.announced_on,
        "first": relief.first,
        "last": relief.last,
    }
