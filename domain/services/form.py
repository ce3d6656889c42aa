"""What every form has, and what it gives to the split."""

from abc import abstractmethod
from typing import Annotated, ClassVar, cast, get_args

from pydantic import Field, ValidationInfo, field_validator

from domain.code_purpose import CodePurpose
from domain.services import words
from domain.services.blocks.applicant.agent import Agent
from domain.services.blocks.applicant.fields import Applicant
from domain.services.blocks.block import Block
from domain.services.blocks.declaration.fields import Declaration
from domain.services.blocks.documents.fields import Document
from domain.services.choices import ONLINE, Capacity, Channel, UserKind
from domain.services.facts import Facts, Paper
from domain.services.judgement import defect, judgement
from domain.services.subjects import GivenCode, GivenNumber, Subjects


class Form(Block):
    """An application as it is submitted.

    Fields are judged in their order, so a field that a rule compares with another stands
    after it.
    """

    USER_KINDS: ClassVar[frozenset[UserKind]]
    UNITS_ONLINE: ClassVar[bool] = True

    TEXTS: ClassVar = words.TEXTS

    service: Annotated[str, words.SERVICE]
    channel: Annotated[Channel, words.CHANNEL]
    user_kind: Annotated[UserKind, words.USER_KIND]
    applicant: Applicant
    agent: Agent | None = Field(default=None, validate_default=True)
    declaration: Declaration

    @classmethod
    def code(cls) -> str:
        """The code of the service."""
        return cast("str", get_args(cls.model_fields["service"].annotation)[0])

    @field_validator("channel")
    @classmethod
    def _came_through_it(cls, channel: Channel, info: ValidationInfo) -> Channel:
        vouched = judgement(info).vouched
        if vouched is not None and channel not in vouched.channels:
            raise defect("channel_not_yours")
        return channel

    @field_validator("user_kind")
    @classmethod
    def _may_apply(cls, user_kind: UserKind, info: ValidationInfo) -> UserKind:
        seen = judgement(info)
        seen.channel = info.data.get("channel")
        seen.user_kind = user_kind
        if seen.vouched is not None and user_kind not in seen.vouched.user_kinds:
            raise defect("user_kind_not_proven")
        if user_kind not in cls.USER_KINDS:
            unit = user_kind is UserKind.UNIT
            raise defect("unit_not_served" if unit else "real_name_required")
        if user_kind is UserKind.UNIT and seen.channel in ONLINE and not cls.UNITS_ONLINE:
            raise defect("unit_online")
        seen.not_identified = user_kind is UserKind.WEB_REGISTERED and seen.channel in ONLINE
        return user_kind

    @field_validator("agent")
    @classmethod
    def _named_when_one_acts(cls, agent: Agent | None, info: ValidationInfo) -> Agent | None:
        seen = judgement(info)
        capacity = seen.capacity
        if agent is None and capacity is Capacity.AGENT:
            raise defect("missing")
        if agent is not None and capacity not in (None, Capacity.AGENT):
            raise defect("not_applicable")
        return agent

    def codes(self) -> tuple[GivenCode, ...]:
        """Gives the one-time codes that it names. That of the declaration proves the telephone
        of whoever acts.
        """
        code = self.declaration.sms_code_id
        if code is None:
            return ()
        number = (self.agent or self.applicant).mobile
        return (GivenCode(code=code, purpose=CodePurpose.SUBMISSION, number=number),)

    @abstractmethod
    def facts(self) -> Facts:
        """Gives what may stand in the clear."""

    def number_choice(self) -> GivenNumber | None:
        """Gives among which plate numbers it chooses. Most forms choose none."""
        return None

    @abstractmethod
    def subjects(self) -> Subjects:
        """Gives whom and what it is about."""

    @abstractmethod
    def office(self) -> str:
        """Gives the id of the office with power."""


def papers_of(documents: tuple[Document, ...]) -> tuple[Paper, ...]:
    return tuple(Paper(document.kind, document.sha256) for document in documents)
