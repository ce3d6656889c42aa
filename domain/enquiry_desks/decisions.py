"""Who gets a question: by shift, by knowledge of the topic, by load, and in turn."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from domain.aggregate import Ref
from domain.circumstances import Circumstances
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule
from domain.enquiries.enquiry import ENQUIRY, OWED
from domain.enquiries.kind import EnquiryTopic
from domain.enquiries.state import Enquiry
from domain.enquiry_desks import changes, commands, events
from domain.enquiry_desks.refusals import (
    EnquiryDeskDiffers,
    EnquiryDeskOfOthers,
    EnquiryShiftTooLong,
)
from domain.enquiry_desks.state import EnquiryDesk, HandlerOnShift, enquiry_desk_of
from domain.offices.tree import OFFICES, within

LONGEST_SHIFT: Final = Dated("enquiry_shift", Rule(timedelta(hours=12), date(2016, 1, 1), PRACTICE))
_AT_ONCE: Final = 20
"""So many that waited are given to whoever comes on shift; the others when the next one comes."""


def begin_shift(
    current: EnquiryDesk, command: commands.BeginEnquiryShift, at: Circumstances
) -> Sequence[events.EnquiryDeskEvent]:
    """Whoever comes gets what waited for somebody, the oldest first."""
    _by_the_office(command.office, at)
    longest = LONGEST_SHIFT.on(at.today)
    if not at.now < command.until <= at.now + longest:
        raise EnquiryShiftTooLong(hours=longest // timedelta(hours=1))
    begun = events.EnquiryShiftBegun(
        office=command.office, handler=at.by.person, until=command.until, topics=command.topics
    )
    return [begun, *_waiting(changes.begun(current, begun), command.office, at.now)]


def end_shift(
    current: EnquiryDesk, command: commands.EndEnquiryShift, at: Circumstances
) -> Sequence[events.EnquiryDeskEvent]:
    his = any(each.handler == at.by.person for each in current.shifts)
    return [events.EnquiryShiftEnded(office=current.office, handler=at.by.person)] if his else []


def give(
    current: EnquiryDesk, command: commands.GiveEnquiry, at: Circumstances
) -> Sequence[events.EnquiryDeskEvent]:
    """A question that was answered or passed on meanwhile is nothing for this desk."""
    if not _owed_here(command.enquiry, command.office, at):
        return []
    had = current.of(command.enquiry)
    before = had.handler if had and command.anew else None
    chosen = _chosen(current, command.topic, at.now, known=command.known, last=before)
    if chosen is None:
        return [
            events.EnquiryQueued(
                office=command.office,
                enquiry=command.enquiry,
                topic=command.topic,
                instead_of=command.known,
            )
        ]
    return [
        events.EnquiryGiven(
            office=command.office,
            enquiry=command.enquiry,
            topic=command.topic,
            handler=chosen,
            instead_of=command.known,
        )
    ]


def take_off(
    current: EnquiryDesk, command: commands.TakeEnquiryOff, at: Circumstances
) -> Sequence[events.EnquiryDeskEvent]:
    """Most questions are answered at the telephone, and never come to the desk."""
    if current.of(command.enquiry) is None or _owed_here(command.enquiry, current.office, at):
        return []
    return [events.EnquiryTakenOff(office=current.office, enquiry=command.enquiry)]


def asked_about(
    current: EnquiryDesk, command: commands.GiveEnquiry | commands.TakeEnquiryOff
) -> Iterator[Ref[Enquiry]]:
    """The question itself, which may have gone its way since."""
    yield Ref(ENQUIRY, command.enquiry)


def _owed_here(enquiry: UUID, office: str, at: Circumstances) -> bool:
    found = Ref(ENQUIRY, enquiry).state(at)
    return found.office == office and found.stage in OWED


def _waiting(current: EnquiryDesk, office: str, now: datetime) -> Iterator[events.EnquiryDeskEvent]:
    for each in tuple(current.queued)[:_AT_ONCE]:
        chosen = _chosen(current, each.topic, now)
        assert chosen is not None
        given = events.EnquiryGiven(
            office=office,
            enquiry=each.enquiry,
            topic=each.topic,
            handler=chosen,
            instead_of=each.instead_of,
        )
        yield given
        current = changes.given(current, given)


def _chosen(
    current: EnquiryDesk,
    topic: EnquiryTopic,
    now: datetime,
    *,
    known: str | None = None,
    last: str | None = None,
) -> str | None:
    """The one who knew the question before, if he is on shift. Otherwise of those who know the
    topic, or of all if none does, the one with the least in hand who has waited longest. Whoever
    had it ``last`` gets it only if nobody else is there.
    """
    here = [each for each in current.shifts if each.until > now]
    others = [each for each in here if each.handler != last] or here
    if any(each.handler == known for each in others):
        return known
    able = [each for each in others if topic in each.topics] or others

    def busy(each: HandlerOnShift) -> tuple[int, int, str]:
        return current.load(each.handler), each.last_given, each.handler

    return min(able, key=busy).handler if able else None


def _by_the_office(office: str, at: Circumstances) -> None:
    if office not in OFFICES or enquiry_desk_of(office) != at.stream:
        raise EnquiryDeskDiffers(office=office)
    if at.by.office is None or not within(office, at.by.office):
        raise EnquiryDeskOfOthers(office=office)
