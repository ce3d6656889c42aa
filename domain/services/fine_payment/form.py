"""P02 罚款缴纳: the fine of a decision, within 15 days of receiving it (RTSL art. 108)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.identifiers import decision_number, resident_id
from domain.services.blocks.applicant.fields import DriverHimself
from domain.services.blocks.applicant.words import TEXTS as APPLICANT_TEXTS
from domain.services.blocks.block import Block
from domain.services.blocks.contact.kinds import Name
from domain.services.blocks.documents.fields import Documents
from domain.services.blocks.licence.office import ISSUING_OFFICES
from domain.services.choices import UserKind
from domain.services.fine_payment import words
from domain.services.fine_payment.facts import FinePaymentFacts, PaymentChannel
from domain.services.form import Form, papers_of
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL
from domain.services.subjects import Subjects


class PenaltyDecision(Block):
    """The decision by its number, whose first digits name the organ that made it."""

    TITLE: ClassVar = words.DECISION
    TEXTS: ClassVar = words.TEXTS

    decision_no: Annotated[str, Field(min_length=1, max_length=30), PERSONAL, words.DECISION_NO]

    @field_validator("decision_no")
    @classmethod
    def _of_henan(cls, text: str) -> str:
        number = identified("decision_no", decision_number.parse, text).text
        if number[:4] not in ISSUING_OFFICES:
            raise defect("decision_elsewhere")
        return number


class Payer(Block):
    """Anybody may pay for the person who was fined."""

    TITLE: ClassVar = words.PAYER
    TEXTS: ClassVar = APPLICANT_TEXTS

    name: Annotated[Name, words.PAYER_NAME]
    id_no: Annotated[
        str | None, Field(min_length=15, max_length=30), PERSONAL, words.PAYER_ID_NO
    ] = None

    @field_validator("id_no")
    @classmethod
    def _a_real_number(cls, text: str | None, info: ValidationInfo) -> str | None:
        if text is None:
            return None
        return identified("resident_id", resident_id.parse, text, judgement(info).today).text


class FinePayment(Form):
    """罚款缴纳. The amount is never asked for: the decision and the day of payment set it."""

    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.WEB_REGISTERED, UserKind.REAL_NAME})

    service: Literal["fine_payment"]
    applicant: DriverHimself
    decision: PenaltyDecision
    payer: Payer
    payment_channel: Annotated[PaymentChannel, words.PAYMENT_CHANNEL]
    documents: Documents = ()

    def facts(self) -> FinePaymentFacts:
        return FinePaymentFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            payment_channel=self.payment_channel,
        )

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            matter_no=self.decision.decision_no,
            decision_no=self.decision.decision_no,
        )

    def office(self) -> str:
        """Gives the vehicle office of the prefecture where the decision was made."""
        return ISSUING_OFFICES[self.decision.decision_no[:4]]
