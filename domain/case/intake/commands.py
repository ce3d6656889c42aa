"""Commands of this chapter. A ``note`` is sealed before the decision sees it."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec

from domain.case.choosing import NumberWanted
from domain.case.grounds import GreenKind
from domain.case.intake.events import Defect
from domain.case.intake.reasons import OnSiteReason, PaymentFailure
from domain.case.overlays.reasons import GreenProof
from domain.case.vocabulary import CaseCommand, Codes, Fen, Note
from domain.one_time_codes.mobile_code import MobileCode
from domain.register.changes import Registrant
from domain.services.facts import Facts, Paper
from domain.spelling import OfficeId, RegionCode


class SubmitCase(CaseCommand, frozen=True, kw_only=True):
    """A form that has been read, split and sealed (:mod:`domain.submission.sealing`)."""

    office: str
    reference: str
    facts: Facts
    key_id: UUID
    sealed: dict[str, str]
    claim: UUID
    id_no_index: bytes
    plate_index: bytes | None = None
    vin_index: bytes | None = None
    licence_index: bytes | None = None
    agent_index: bytes | None = None
    vehicle: UUID | None = None
    licence: UUID | None = None
    mobile_codes: tuple[MobileCode, ...] = ()
    permit: UUID | None = None
    violation: UUID | None = None
    violation_plate_index: bytes | None = None
    penalty: UUID | None = None
    number: NumberWanted | None = None

    @property
    def service(self) -> str:
        return self.facts.service


class GreenAtWindow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a case is taken in in the green channel. The ``note`` is sealed before it is decided."""

    kind: GreenKind
    proof: GreenProof
    note: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]


class TakeInAtWindow(CaseCommand, frozen=True, kw_only=True):
    """What a clerk enters for the person who stands at the window of the office ``counter``."""

    application: SubmitCase
    counter: str
    permit: UUID | None = None
    registrant: Registrant | None = None
    green: GreenAtWindow | None = None


class RecordPayment(CaseCommand, frozen=True, kw_only=True, omit_defaults=True):
    """Its order was paid. Whoever takes money pays the order, and the case follows.

    The office's days count from ``paid_on``, however late the case hears of the payment.
    """

    amount_fen: Fen
    paid_on: date | None = None


class RecordPaymentFailure(CaseCommand, frozen=True, kw_only=True):
    reason: PaymentFailure


class AcceptCase(CaseCommand, frozen=True, kw_only=True):
    """Take the application on. The statutory clock starts."""


class DeclineAcceptance(CaseCommand, frozen=True, kw_only=True):
    codes: Codes
    right_office: OfficeId | None = None
    note: Note | None = None


class RequestCorrection(CaseCommand, frozen=True, kw_only=True):
    defects: Annotated[tuple[Defect, ...], msgspec.Meta(min_length=1, max_length=40)]
    note: Note | None = None


class SupplyCorrection(CaseCommand, frozen=True, kw_only=True):
    """``destination_region`` is the county of a new address."""

    papers: Annotated[tuple[Paper, ...], msgspec.Meta(max_length=20)] = ()
    sealed: dict[str, str] = {}
    destination_region: RegionCode | None = None


class MoveToOnSite(CaseCommand, frozen=True, kw_only=True):
    reason: OnSiteReason


class RecordOnSiteVisit(CaseCommand, frozen=True, kw_only=True):
    """The applicant came to the window with the papers."""
