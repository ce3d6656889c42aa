"""A case goes to an office of another prefecture, if the law lets any do it and he consents."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NoReturn

from domain.aggregate import Decision, Ref
from domain.case.at_his_window import APPLICANTS_OR_WINDOW, entered_by, for_applicant
from domain.case.overlays import commands, events
from domain.case.overlays.refusals import (
    AnotherOffer,
    ConsentNotNeeded,
    ReceivingWindowClosed,
    ServiceStaysHere,
)
from domain.case.refusals import refuse_idle
from domain.case.roles import LEADERS
from domain.case.stage import MOVABLE
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.case.window import on_site_window
from domain.circumstances import Circumstances
from domain.conflict import OtherOfficerRequired
from domain.offices.tree import prefecture_of
from domain.people import Role
from domain.prefectures.state import Prefecture
from domain.prefectures.windows import closed_by, prefecture_of_window
from domain.reliefs.effect import beside
from domain.services.catalogue import EVERY_SERVICE
from domain.services.facts import AtCounter


def offer_transfer(
    current: Case, command: commands.OfferTransfer, at: Circumstances
) -> Sequence[CaseEvent]:
    """Nothing moves yet. The last offer is the one that holds."""
    refuse_idle(command.to_office)
    if prefecture_of(command.to_office) == prefecture_of(current.office):
        raise ConsentNotNeeded(office=command.to_office)
    _must_be_open(current, command.to_office, at)
    if current.offer and current.offer.to_office == command.to_office:
        return []
    offered = events.TransferOffered(
        to_office=command.to_office, reason=command.reason, officer=at.by.person
    )
    return [offered]


def agree_to_transfer(
    current: Case, command: commands.AgreeToTransfer, at: Circumstances
) -> Sequence[CaseEvent]:
    """The case moves in the same instant, and its clock goes on.

    What he was to collect at a counter, he collects at that of the receiving office. Whoever has
    offered it does not write down that he consents: two pairs of eyes.
    """
    offer = current.offer
    assert offer is not None, "the row asks for it"
    office = offer.to_office
    if command.to_office != office:
        raise AnotherOffer(to_office=office)
    if offer.officer is not None and offer.officer == entered_by(at):
        raise OtherOfficerRequired
    _must_be_open(current, office, at)
    collects = isinstance(current.delivery, AtCounter)
    return [
        events.TransferAgreed(
            to_office=office,
            counter=_window(current, office) if collects else None,
            taken_in_by=entered_by(at),
        ),
        events.CaseTransferred(from_office=current.office, to_office=office, reason=offer.reason),
    ]


def decline_transfer(
    current: Case, command: commands.DeclineTransfer, at: Circumstances
) -> Sequence[CaseEvent]:
    return [events.TransferDeclined(taken_in_by=entered_by(at))]


def _any_office_may(current: Case) -> bool:
    service = EVERY_SERVICE.get(current.service)
    return service is not None and service.anywhere is not None


def _stays(current: Case) -> NoReturn:
    raise ServiceStaysHere(service=current.service)


def _must_be_open(current: Case, office: str, at: Circumstances) -> None:
    """Nobody is sent from one closed window to another. The green channel needs none."""
    window, business = _window(current, office), at.catalogue[current.service].business
    if not current.green and closed_by(window, business, at):
        raise ReceivingWindowClosed(office=window)


def _window(current: Case, office: str) -> str:
    return on_site_window(office, EVERY_SERVICE[current.service].window)


def _receiving(
    current: Case, command: commands.OfferTransfer | commands.AgreeToTransfer
) -> Iterable[Ref[Prefecture]]:
    return prefecture_of_window(command.to_office)


ANOTHER_PREFECTURE: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.OfferTransfer,
        at=MOVABLE,
        by=LEADERS | {Role.HQ},
        decide=offer_transfer,
        when=_any_office_may,
        otherwise=_stays,
        reads=_receiving,
    ),
    Decision(
        commands.AgreeToTransfer,
        at=MOVABLE,
        by=APPLICANTS_OR_WINDOW,
        decide=agree_to_transfer,
        when=lambda case: case.offer is not None,
        who=for_applicant,
        reads=beside(_receiving),
    ),
    Decision(
        commands.DeclineTransfer,
        at=MOVABLE,
        by=APPLICANTS_OR_WINDOW,
        decide=decline_transfer,
        when=lambda case: case.offer is not None,
        who=for_applicant,
    ),
)
