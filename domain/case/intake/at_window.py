"""A clerk takes a case in for the person who stands at his window (ADR 58)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from domain.aggregate import Decision
from domain.case.intake import commands, events
from domain.case.intake.handling_way import keep_to_the_way
from domain.case.intake.refusals import (
    CountyOfficeLimit,
    LeaderMustApprove,
    NoSuchWindow,
    ServiceNotOpen,
    ServiceUnknown,
    WindowClosedForService,
)
from domain.case.intake.window_opening import closed_for
from domain.case.intake.window_power import (
    WINDOW_KINDS,
    county_allows,
    day_of,
    has_power,
    open_windows,
    prefectures_read,
)
from domain.case.overlays.events import EscalationRequested, GreenChannelGranted
from domain.case.overlays.reasons import GreenProof
from domain.case.overlays.refusals import GreenProofMissing
from domain.case.refusals import OfficeWithoutPower, PickupOfficeClosed
from domain.case.roles import OFFICERS
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.case import decide_by
from domain.clocks.clock import Clock
from domain.conflict import ConflictOfInterest, OfficialAct, Relation
from domain.offices.tree import OFFICES, prefecture_of, within
from domain.people import Role
from domain.prefectures.windows import open_counters, window_open
from domain.services.choices import Channel
from domain.services.facts import AtCounter, ByPost
from domain.services.postage import postage_fen
from domain.services.window.facts import WindowFacts
from domain.services.window.table import ROWS


def take_in(
    current: Case, command: commands.TakeInAtWindow, at: Circumstances
) -> Sequence[CaseEvent]:
    """The clerk has seen the originals, so the case is accepted in the same instant."""
    asked = command.application
    service, facts = at.catalogue.get(asked.service), asked.facts
    if service is None or not isinstance(facts, WindowFacts):
        raise ServiceUnknown(service=asked.service)
    if not service.open:
        raise ServiceNotOpen(service=asked.service)
    if {asked.id_no_index, asked.agent_index} & at.id_indexes:
        raise ConflictOfInterest(relation=Relation.OWNER)
    facts = replace(facts, channel=_way(command, facts.channel))
    keep_to_the_way(facts.channel, service, at)
    _may_take_in(command, facts, at)
    match facts.delivery:
        case AtCounter(other) if other != command.counter and not window_open(
            other, service.business, at
        ):
            choices = open_counters(prefecture_of(other), service.business, at)
            raise PickupOfficeClosed(office=other, choices=choices)
    facts = replace(
        facts,
        counter=command.counter,
        delivery=(facts.delivery or AtCounter(command.counter)) if service.document else None,
    )
    return [
        events.CaseSubmitted(
            stage=Stage.SUBMITTED,
            submitted_on=at.today,
            office=command.counter,
            reference=asked.reference,
            facts=facts,
            key_id=asked.key_id,
            sealed=asked.sealed,
            claim=asked.claim,
            id_no_index=asked.id_no_index,
            plate_index=asked.plate_index,
            vin_index=asked.vin_index,
            licence_index=asked.licence_index,
            agent_index=asked.agent_index,
            vehicle=asked.vehicle,
            licence=asked.licence,
            mobile_codes=asked.mobile_codes,
            fee_fen=service.fee(facts, at.today),
            postage_fen=_postage(facts, at.today),
            accept_by=at.due(Clock.ACCEPT_1),
            correction_notice_by=at.due(Clock.CORRECTION_NOTICE),
            taken_in_by=at.by.person,
            permit=command.permit,
            registrant=command.registrant,
        ),
        *_green(command),
        events.CaseAccepted(
            officer=at.by.person,
            accepted_on=at.today,
            decide_by=decide_by(at.today, service.decide_within.on(at.today), at.calendar),
        ),
    ]


def _way(command: commands.TakeInAtWindow, entered: Channel) -> Channel:
    """The channel that counts. What a duty leader lets in is handled as an emergency 应急办, at
    any hour and at a closed window, and nothing else is.
    """
    if command.green is None and entered is Channel.EMERGENCY:
        raise LeaderMustApprove
    return Channel.EMERGENCY if command.green else entered


def _may_take_in(command: commands.TakeInAtWindow, facts: WindowFacts, at: Circumstances) -> None:
    """Raises the reason for which this window does not do it, and says which one does.

    Nothing is uploaded at a counter, so no papers prove the ground of a green channel there.
    """
    counter, home, row = command.counter, command.application.office, ROWS[facts.service]
    record = OFFICES.get(counter)
    ours = at.by.office is not None and within(counter, at.by.office)
    if record is None or record.kind not in WINDOW_KINDS or not ours:
        raise NoSuchWindow(office=counter)
    if not has_power(counter, home, row):
        choices = open_windows(counter, home, row, facts, at)
        raise OfficeWithoutPower(office=counter, choices=choices or [home])
    if not county_allows(record, facts):
        choices = open_windows(counter, home, row, facts, at)
        raise CountyOfficeLimit(office=counter, choices=choices)
    if command.green:
        if at.by.role is not Role.SUPERVISOR:
            raise LeaderMustApprove
        if command.green.proof is GreenProof.PAPERS:
            raise GreenProofMissing
        return
    place = facts.done_at or counter
    if reason := closed_for(place, row, day_of(facts, at.today), at):
        raise WindowClosedForService(
            office=place,
            service=facts.service,
            reason=reason,
            choices=[] if facts.done_at else open_windows(counter, home, row, facts, at),
        )


def _green(command: commands.TakeInAtWindow) -> Iterator[CaseEvent]:
    """Who takes it in is the approver, and his reason is sealed in the case."""
    if green := command.green:
        yield EscalationRequested(kind=green.kind)
        yield GreenChannelGranted(kind=green.kind, proof=green.proof, note=green.note)


def _postage(facts: WindowFacts, day: date) -> int:
    return postage_fen(facts.delivery.region, day) if isinstance(facts.delivery, ByPost) else 0


TAKEN_IN: Final = Decision(
    commands.TakeInAtWindow,
    at={Stage.NEW},
    by=OFFICERS,
    decide=take_in,
    act=OfficialAct.ENTER,
    reads=prefectures_read,
)
