"""How an answer is rated, and how the office calls back after a bad rating."""

from collections.abc import Sequence
from datetime import date

from domain.circumstances import Circumstances
from domain.enquiries import commands, events, terms
from domain.enquiries.decisions import OFFICERS
from domain.enquiries.kind import CallBackResult, EnquiryChannel
from domain.enquiries.refusals import CallerRatesHimself
from domain.enquiries.state import Enquiry


def may_rate(current: Enquiry, at: Circumstances) -> None:
    """The rule of a row: an officer enters a rating only of a caller who cannot do so himself."""
    if at.by.role in OFFICERS and current.channel is EnquiryChannel.PAGE:
        raise CallerRatesHimself


def not_rated(current: Enquiry) -> bool:
    return current.satisfaction is None


def rate(
    current: Enquiry, command: commands.RateEnquiry, at: Circumstances
) -> Sequence[events.EnquiryEvent]:
    """A bad rating is answered by a call (国办发〔2019〕51号)."""
    return [
        events.EnquiryRated(
            office=current.office,
            satisfaction=command.satisfaction,
            call_back_by=_by(at) if command.satisfaction.is_bad else None,
            taken_in_by=at.by.person if at.by.role in OFFICERS else None,
        )
    ]


def calls_back(current: Enquiry) -> bool:
    return current.call_back_by is not None


def call_back(
    current: Enquiry, command: commands.CallAskerBack, at: Circumstances
) -> Sequence[events.EnquiryEvent]:
    reached = command.result is not CallBackResult.NOT_REACHED
    return [
        events.AskerCalledBack(
            office=current.office,
            officer=at.by.person,
            result=command.result,
            note=command.note,
            call_back_by=None if reached else _by(at),
        )
    ]


def _by(at: Circumstances) -> date:
    return at.calendar.add(at.today, terms.CALL_BACK.on(at.today))
