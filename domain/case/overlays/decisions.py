"""What lies over the stages: withdrawal, green channel, transfer.

Holds lie there too. They are decided with the clocks that they stop.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Decision, Ref
from domain.case.appointment.cancellation import cancelled
from domain.case.at_his_window import APPLICANTS_OR_WINDOW, entered_by, for_applicant
from domain.case.by_rank import booking_stands, not_ranked
from domain.case.overlays import commands, events
from domain.case.overlays.another_prefecture import ANOTHER_PREFECTURE
from domain.case.overlays.reasons import GreenProof
from domain.case.overlays.refusals import GreenProofMissing, PapersNotOfAnOfficer
from domain.case.penal import is_applied_for
from domain.case.refusals import OfficeWithoutPower, refuse_idle
from domain.case.roles import APPLICANTS, LEADERS, OFFICERS, SYSTEM
from domain.case.stage import MAY_GO_FIRST, OPEN, WITHDRAWABLE
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.case.window import prefecture_deciding
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.conflict import OfficialAct
from domain.offices.office import CASEWORK_KINDS
from domain.offices.tree import OFFICES, prefecture_of
from domain.people import Role
from domain.prefectures.state import Prefecture
from domain.refusal import NotAsThingsStand
from domain.reliefs.effect import beside, guarding


def withdraw(
    current: Case, command: commands.WithdrawCase, at: Circumstances
) -> Sequence[CaseEvent]:
    """Before acceptance the applicant withdraws freely. Afterwards the office must agree."""
    if current.appointment is not None:
        return cancelled(current.appointment, at)
    if current.accepted_on is None:
        return [events.CaseWithdrawn(refund_fen=current.refundable_fen, taken_in_by=entered_by(at))]
    if current.withdrawal_requested:
        return []
    return [events.WithdrawalRequested(taken_in_by=entered_by(at))]


def request_green_channel(
    current: Case, command: commands.RequestGreenChannel, at: Circumstances
) -> Sequence[CaseEvent]:
    """Asks on a ground. Whoever asks again with papers adds them to what he asked before."""
    if command.papers and at.by.role not in APPLICANTS:
        raise PapersNotOfAnOfficer
    if current.escalation is command.kind and not command.papers:
        return []
    return [events.EscalationRequested(kind=command.kind, papers=command.papers)]


def answer_green_channel(
    current: Case,
    command: commands.GrantGreenChannel | commands.DenyGreenChannel,
    at: Circumstances,
) -> Sequence[CaseEvent]:
    if current.escalation is None:
        raise NotAsThingsStand(command=type(command).__name__)
    if isinstance(command, commands.GrantGreenChannel):
        if command.proof is GreenProof.PAPERS and current.escalation not in current.green_proven:
            raise GreenProofMissing
        return [
            events.GreenChannelGranted(
                kind=current.escalation, proof=command.proof, note=command.note
            )
        ]
    return [
        events.GreenChannelDenied(
            kind=current.escalation,
            reconsider_by=at.due(Clock.RECON_APPLY),
            sue_by=at.due(Clock.SUIT),
            note=command.note,
        )
    ]


def write_note(
    current: Case, command: commands.WriteInternalNote, at: Circumstances
) -> Sequence[CaseEvent]:
    """The note is sealed already. Who wrote it, and when, stands with the event."""
    return [events.InternalNoteWritten(note=command.note)]


def transfer(
    current: Case, command: commands.TransferCase, at: Circumstances
) -> Sequence[CaseEvent]:
    """Another office of the prefecture takes the case, and its clock goes on.

    Vehicle business stays with the office of registration (124 art. 44). What any office may do
    is offered to the applicant first (ADR 66).
    """
    refuse_idle(command.to_office)
    if command.to_office == current.office:
        return []
    region = prefecture_of(current.office)
    if prefecture_of(command.to_office) != region:
        raise OfficeWithoutPower(office=command.to_office, choices=_caseworkers_of(region))
    return [
        events.CaseTransferred(
            from_office=current.office, to_office=command.to_office, reason=command.reason
        )
    ]


def follow_casework(
    current: Case, command: commands.FollowCasework, at: Circumstances
) -> Sequence[CaseEvent]:
    """A case that has left the office meanwhile is no concern of the decision."""
    if current.office != command.from_office:
        return []
    return [
        events.CaseTransferred(
            from_office=command.from_office,
            to_office=command.to_office,
            reason=command.reason,
            basis=command.basis,
        )
    ]


def _caseworkers_of(region: str) -> list[str]:
    """The offices of a prefecture whose officers could go on with a case."""
    return [
        office.id
        for office in OFFICES.values()
        if office.region_code == region and office.kind in CASEWORK_KINDS
    ]


def grant_withdrawal(
    current: Case, command: commands.GrantWithdrawal, at: Circumstances
) -> Sequence[CaseEvent]:
    return [events.WithdrawalGranted(refund_fen=current.refundable_fen)]


def deny_withdrawal(
    current: Case, command: commands.DenyWithdrawal, at: Circumstances
) -> Sequence[CaseEvent]:
    return [
        events.WithdrawalDenied(
            reconsider_by=at.due(Clock.RECON_APPLY),
            sue_by=at.due(Clock.SUIT),
            note=command.note,
        )
    ]


def _window_there(
    current: Case, command: commands.TransferCase | commands.FollowCasework
) -> Iterable[Ref[Prefecture]]:
    """Whoever has to come to a window has to come to that of the other office.

    An office that there is not is refused by name when the decision is made.
    """
    if command.to_office not in OFFICES:
        return ()
    return prefecture_deciding(replace(current, office=command.to_office))


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.WithdrawCase,
        at=WITHDRAWABLE,
        by=APPLICANTS_OR_WINDOW,
        decide=withdraw,
        when=not_ranked,
        otherwise=booking_stands,
        who=for_applicant,
    ),
    Decision(
        commands.GrantWithdrawal,
        at=WITHDRAWABLE,
        by=LEADERS,
        decide=grant_withdrawal,
        act=OfficialAct.ANSWER,
        when=lambda case: case.withdrawal_requested,
    ),
    Decision(
        commands.DenyWithdrawal,
        at=WITHDRAWABLE,
        by=LEADERS,
        decide=deny_withdrawal,
        act=OfficialAct.ANSWER,
        when=lambda case: case.withdrawal_requested,
    ),
    Decision(
        commands.RequestGreenChannel,
        at=MAY_GO_FIRST,
        by=APPLICANTS | OFFICERS | {Role.HQ},
        decide=request_green_channel,
        when=lambda case: not case.green and is_applied_for(case),
    ),
    Decision(
        commands.GrantGreenChannel,
        at=OPEN,
        by=LEADERS,
        decide=answer_green_channel,
        reads=guarding,
        act=OfficialAct.ANSWER,
        when=lambda case: case.escalation is not None,
    ),
    Decision(
        commands.DenyGreenChannel,
        at=OPEN,
        by=LEADERS,
        decide=answer_green_channel,
        act=OfficialAct.ANSWER,
        when=lambda case: case.escalation is not None,
    ),
    Decision(
        commands.WriteInternalNote,
        at=OPEN,
        by=OFFICERS | {Role.HQ},
        decide=write_note,
    ),
    Decision(
        commands.TransferCase,
        at=OPEN,
        by=LEADERS | {Role.HQ},
        decide=transfer,
        reads=beside(_window_there),
    ),
    *ANOTHER_PREFECTURE,
    Decision(
        commands.FollowCasework,
        at=OPEN,
        by=SYSTEM,
        decide=follow_casework,
        reads=beside(_window_there),
    ),
)
