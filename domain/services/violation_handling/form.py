"""P01 违法处理: the driver accepts the facts, or says what speaks against them (157 art. 44)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.identifiers.region import unit_of
from domain.identifiers.text import visible
from domain.services.blocks.applicant.fields import DriverHimself
from domain.services.blocks.documents.fields import Documents
from domain.services.blocks.licence.fields import LicenceNumbers
from domain.services.choices import UserKind
from domain.services.form import Form, papers_of
from domain.services.judgement import defect
from domain.services.penal.words import ACCEPT_FACTS, ELECTRONIC_SERVICE
from domain.services.personal import PERSONAL
from domain.services.subjects import Subjects
from domain.services.violation_handling import words
from domain.services.violation_handling.facts import ViolationHandlingFacts
from domain.services.violation_handling.violation import Violation


class ViolationHandling(Form):
    """违法处理. Evidence may be uploaded with an objection, and nothing must be."""

    TEXTS: ClassVar = words.TEXTS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME})

    service: Literal["violation_handling"]
    applicant: DriverHimself
    licence: LicenceNumbers
    violation: Violation
    accept_facts: Annotated[bool, ACCEPT_FACTS]
    electronic_service: Annotated[bool, ELECTRONIC_SERVICE] = False
    statement: Annotated[
        str | None, Field(max_length=500, validate_default=True), PERSONAL, words.STATEMENT
    ] = None
    documents: Documents = ()

    @field_validator("statement")
    @classmethod
    def _whoever_objects_says_why(cls, text: str | None, info: ValidationInfo) -> str | None:
        statement = visible(text) if text else None
        if not statement:
            if info.data.get("accept_facts") is False:
                raise defect("statement_missing")
            return None
        if not all(line.isprintable() for line in statement.splitlines()):
            raise defect("statement_characters")
        return statement

    def facts(self) -> ViolationHandlingFacts:
        return ViolationHandlingFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.violation.plate_kind,
            act_code=self.violation.act_code,
            occurred_on=self.violation.occurred_on,
            fine_fen=self.violation.fine_yuan * 100,
            points=self.violation.points,
            facts_accepted=self.accept_facts,
            electronic_service=self.electronic_service,
        )

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            plate=f"{self.violation.plate_kind}:{self.violation.plate_no}",
            licence_no=self.licence.licence_no,
            matter_no=self.violation.violation_no,
            violation_no=self.violation.violation_no,
        )

    def office(self) -> str:
        """Gives the vehicle office of the prefecture where it happened."""
        return unit_of(self.violation.region_code)
