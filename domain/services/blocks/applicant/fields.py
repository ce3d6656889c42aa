"""The applicant: who applies, and in what capacity."""

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.choice import Choice
from domain.identifiers import document_number, person_name, resident_id, unit_name, uscc
from domain.identifiers.text import normalise
from domain.services.blocks.applicant import words
from domain.services.blocks.block import Block
from domain.services.blocks.contact.kinds import Mobile
from domain.services.choices import ONLINE, Capacity, UserKind
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL
from domain.services.words import CAPACITY


class IdType(Choice):
    """The identity documents that the platform takes. ``uscc`` is the code of a unit."""

    RESIDENT_ID = "resident_id", "居民身份证", "resident ID card"
    TEMP_RESIDENT_ID = "temp_resident_id", "临时居民身份证", "temporary ID card"
    MILITARY_ID = "military_id", "军官证、士兵证", "military ID"
    HK_MACAO_PERMIT = "hk_macao_permit", "港澳居民来往内地通行证", "Hong Kong and Macao permit"
    TAIWAN_PERMIT = "taiwan_permit", "台湾居民来往大陆通行证", "Taiwan permit"
    PASSPORT = "passport", "护照", "passport"
    FOREIGN_PR = "foreign_pr", "外国人永久居留身份证", "foreigner's residence card"
    USCC = "uscc", "统一社会信用代码", "social credit code"


RESIDENT: Final = frozenset({IdType.RESIDENT_ID, IdType.TEMP_RESIDENT_ID})


class Applicant(Block):
    """Whoever applies. No published format of military and foreign documents was found, so their
    numbers are checked loosely.
    """

    TITLE: ClassVar = words.APPLICANT
    TEXTS: ClassVar = words.TEXTS

    id_type: Annotated[IdType, words.ID_TYPE]
    id_no: Annotated[str, Field(min_length=5, max_length=30), PERSONAL, words.ID_NO]
    name: Annotated[str, Field(min_length=1, max_length=40), PERSONAL, words.NAME]
    mobile: Annotated[Mobile, words.MOBILE]
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
        id_type = info.data.get("id_type")
        if id_type in RESIDENT:
            resident = identified("resident_id", resident_id.parse, text, seen.today)
            seen.born_on = resident.born_on
            number = resident.text
        elif id_type is IdType.USCC:
            number = identified("uscc", uscc.parse, text).text
        elif id_type is None:
            number = normalise(text)
        else:
            number = identified("id_no", document_number.parse, text).text
        seen.id_no = number
        return number

    @field_validator("name")
    @classmethod
    def _a_real_name(cls, text: str, info: ValidationInfo) -> str:
        if info.data.get("id_type") is IdType.USCC:
            return identified("name", unit_name.parse, text).text
        return identified("name", person_name.parse, text).text

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
