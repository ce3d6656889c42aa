"""Commands of this chapter. A ``note`` is sealed before the decision sees it."""

from typing import Annotated

import msgspec

from domain.case.grounds import GreenKind, Hold
from domain.case.overlays.reasons import GreenProof
from domain.case.overlays.words import PROOF
from domain.case.vocabulary import CaseCommand, Code, Note
from domain.offices.transfer_reason import TransferReason
from domain.services.facts import Paper
from domain.spelling import OfficeId


class WithdrawCase(CaseCommand, frozen=True, kw_only=True):
    """Withdraw the application. After acceptance this is a request to the office."""


class GrantWithdrawal(CaseCommand, frozen=True, kw_only=True):
    """Agree to the applicant's withdrawal."""


class DenyWithdrawal(CaseCommand, frozen=True, kw_only=True):
    """Go on with the case. The note tells the applicant why."""

    note: Note | None = None


class RequestGreenChannel(CaseCommand, frozen=True, kw_only=True):
    """``papers`` prove the ground. Only an applicant hands any in."""

    kind: GreenKind
    papers: Annotated[tuple[Paper, ...], msgspec.Meta(max_length=20)] = ()


class GrantGreenChannel(CaseCommand, frozen=True, kw_only=True):
    """Give the case priority. No check is skipped. The note says why, for the file."""

    proof: Annotated[GreenProof, PROOF]
    note: Note


class DenyGreenChannel(CaseCommand, frozen=True, kw_only=True):
    """Leave the case in the ordinary order. The note tells the applicant why."""

    note: Note | None = None


class WriteInternalNote(CaseCommand, frozen=True, kw_only=True):
    """Leave word for whoever goes on with the case. The applicant is not told."""

    note: Note


class TransferCase(CaseCommand, frozen=True, kw_only=True):
    to_office: OfficeId
    reason: TransferReason


class OfferTransfer(CaseCommand, frozen=True, kw_only=True):
    """Ask the applicant whether an office of another prefecture may go on with the case."""

    to_office: OfficeId
    reason: TransferReason


class AgreeToTransfer(CaseCommand, frozen=True, kw_only=True):
    """Consent to the office that was offered, and to no other."""

    to_office: OfficeId


class DeclineTransfer(CaseCommand, frozen=True, kw_only=True):
    """Leave the case where it is."""


class FollowCasework(CaseCommand, frozen=True, kw_only=True):
    """Go along with the other cases of an office, by the decision of the prefecture."""

    from_office: str
    to_office: str
    reason: TransferReason
    basis: Code


class SetHold(CaseCommand, frozen=True, kw_only=True):
    """Let the case rest. ``basis`` is the decision by which it does, if there is one."""

    kind: Hold
    basis: Code | None = None


class ReleaseHold(CaseCommand, frozen=True, kw_only=True):
    """Lift the hold of this kind and basis, and no other."""

    kind: Hold
    basis: Code | None = None
