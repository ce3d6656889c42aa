"""The applicant: who applies, and in what capacity."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.services.blocks.applicant import words
from domain.services.blocks.applicant.identity import IdType, identity_number, name_of
from domain.services.blocks.block import Block
from domain.services.blocks.contact.kinds import Mobile
from domain.services.choices import ONLINE, Capacity, UserKind
from domain.services.judgement import defect, judgement
from domain.services.personal import PERSONAL
from domain.services.words import CAPACITY


class Applicant(Block):
    """Whoever applies, by his identity document."""

    TITLE: ClassVar = words.APPLICANT
    TEXTS: ClassVar = words.TEXTS

    id_type: Annotated[IdType, words.ID_TYPE]
    id_no: Annotated[str, Field(min_length=5, max_length=30), PERSONAL, words.ID_NO]
    name: Annotated[str, Field(min_length=1, max_length=40), PERSONAL, words.NAME]
    mobile: Annotated[Mobile, words.MOBILE, words.MOBILE_HINT]
    capacity: Annotated[Capacity, CAPACITY]

    @field_validator("id_type")
    @classmethod
    def _units_have_a_credit_code(cls, id_type: IdType, info: ValidationInfo) -> IdType:
        seen = judgement(info)
        seen.id_type = id_type
        if seen.user_kind and (seen.user_kind is UserKind.UNIT) != (id_type is IdType.USCC):
            raise defect("id_type_user_kind")
        return id_type

    @field_validator("id_no")
    @classmethod
    def _a_real_number(cls, text: str, info: ValidationInfo) -> str:
        seen = judgement(info)
        number, born_on = identity_number(info.data.get("id_type"), text, seen.today)
        seen.id_no = number
        seen.born_on = born_on or seen.born_on
        return number

    @field_validator("name")
    @classmethod
    def _a_real_name(cls, text: str, info: ValidationInfo) -> str:
        return name_of(info.data.get("id_type"), text)

    @field_validator("capacity")
    @classmethod
    def _agents_act_for_units_or_at_windows(
        cls, capacity: Capacity, info: ValidationInfo
    ) -> Capacity:
        seen = judgement(info)
        seen.capacity = capacity
        if (
            capacity is Capacity.AGENT
            and seen.channel in ONLINE
            and seen.user_kind not in (None, UserKind.UNIT)
        ):
            raise defect("agent_online")
        return capacity


class OwnerApplicant(Applicant):
    """The owner of the vehicle, or an agent."""

    capacity: Literal[Capacity.OWNER, Capacity.AGENT]


class KeeperApplicant(Applicant):
    """Whoever brings the vehicle: its owner, a driver, or an agent."""

    capacity: Literal[Capacity.OWNER, Capacity.DRIVER, Capacity.AGENT]


class LearnerApplicant(Applicant):
    """Whoever learns to drive, or holds a licence and learns for another class."""

    capacity: Literal[Capacity.LEARNER, Capacity.DRIVER]


class DriverHimself(Applicant):
    """The driver in person, because nobody answers for a violation in another's place."""

    capacity: Literal[Capacity.DRIVER]


class DriverApplicant(Applicant):
    """The holder of the licence, or an agent."""

    capacity: Literal[Capacity.DRIVER, Capacity.AGENT]
