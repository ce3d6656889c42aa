"""The document goes another way: to another address, by the post, or over a counter."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from domain.aggregate import Decision, Ref
from domain.case.at_his_window import APPLICANTS_OR_WINDOW, entered_by, for_applicant
from domain.case.delivery import commands, events
from domain.case.delivery.tries import may_be_posted
from domain.case.grounds import Hold
from domain.case.refusals import (
    OfficeUnknown,
    OfficeWithoutPower,
    PickupOfficeClosed,
)
from domain.case.stage import NOT_YET_MADE, Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.case.window import prefecture_deciding, waits_for_an_outlet
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.offices.office import PICKUP_KINDS
from domain.offices.tree import OFFICES, prefecture_of
from domain.prefectures.state import Prefecture
from domain.prefectures.windows import (
    closed_by,
    open_counters,
    prefecture_of_window,
)
from domain.reliefs.effect import beside
from domain.services.postage import postage_fen


def request_repost(
    current: Case, command: commands.RequestRepost, at: Circumstances
) -> Sequence[CaseEvent]:
    return [
        events.RepostRequested(
            sealed=command.sealed,
            destination_region=command.destination_region,
            hand_over_by=at.due(Clock.POST_HANDOVER),
            postage_fen=postage_fen(command.destination_region, at.today),
            taken_in_by=entered_by(at),
        )
    ]


def change_to_pickup(
    current: Case, command: commands.ChangeToPickup, at: Circumstances
) -> Sequence[CaseEvent]:
    """An open counter hands it out, and a closed one too in the green channel."""
    if command.office not in OFFICES:
        raise OfficeUnknown(office=command.office)
    region = prefecture_of(current.office)
    if prefecture_of(command.office) != region:
        raise OfficeWithoutPower(office=command.office, choices=_counters_of(region))
    business = at.catalogue[current.service].business
    choices = _counters_of(region) if current.green else open_counters(region, business, at)
    if command.office not in choices:
        raise PickupOfficeClosed(office=command.office, choices=choices)
    return [
        events.ChangedToPickup(
            office=command.office,
            keep_until=at.due(Clock.PICKUP_HOLD),
            taken_in_by=entered_by(at),
        )
    ]


def _counters_of(region: str) -> list[str]:
    """The offices of a prefecture that have a counter, whether it is open today or not."""
    return [
        office.id
        for office in OFFICES.values()
        if office.region_code == region and office.kind in PICKUP_KINDS
    ]


def change_to_post(
    current: Case, command: commands.ChangeToPost, at: Circumstances
) -> Sequence[CaseEvent]:
    """The document is posted. Postage is free if the outlet closed after it was chosen.

    Whoever has to wait because the outlet has closed may choose so before anything is made.
    """
    if current.stage is not Stage.READY_FOR_PICKUP:
        return [
            events.PostalDeliveryChosen(
                sealed=command.sealed,
                destination_region=command.destination_region,
                taken_in_by=entered_by(at),
            )
        ]
    business = at.catalogue[current.service].business
    held = Hold.OFFICE_SUSPENDED in current.holds
    free = held or closed_by(current.counter, business, at) is not None
    return [
        events.ChangedToPost(
            sealed=command.sealed,
            destination_region=command.destination_region,
            hand_over_by=at.due(Clock.POST_HANDOVER),
            postage_fen=0 if free else postage_fen(command.destination_region, at.today),
            taken_in_by=entered_by(at),
        )
    ]


def _may_change_to_post(current: Case) -> bool:
    return may_be_posted(current) and (
        current.stage is Stage.READY_FOR_PICKUP or waits_for_an_outlet(current)
    )


def _chosen_counter(current: Case, command: commands.ChangeToPickup) -> Iterable[Ref[Prefecture]]:
    return () if current.green else prefecture_of_window(command.office)


ANOTHER_WAY: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.RequestRepost,
        at={Stage.RETURNED},
        by=APPLICANTS_OR_WINDOW,
        decide=request_repost,
        who=for_applicant,
        when=may_be_posted,
    ),
    Decision(
        commands.ChangeToPickup,
        at={Stage.RETURNED, Stage.READY_TO_SEND},
        by=APPLICANTS_OR_WINDOW,
        decide=change_to_pickup,
        who=for_applicant,
        reads=beside(_chosen_counter),
    ),
    Decision(
        commands.ChangeToPost,
        at={Stage.READY_FOR_PICKUP} | NOT_YET_MADE,
        by=APPLICANTS_OR_WINDOW,
        decide=change_to_post,
        when=_may_change_to_post,
        who=for_applicant,
        reads=lambda current, command: prefecture_deciding(current),
    ),
)
