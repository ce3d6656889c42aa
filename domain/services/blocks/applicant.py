"""The applicant: who applies, and in what capacity."""

import re
import unicodedata
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.identifiers import person_name, resident_id, uscc
from domain.identifiers.text import normalise
from domain.services.blocks.block import Block
from domain.services.blocks.contact import Mobile
from domain.services.choices import ONLINE, Capacity, UserKind
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL


class IdType(StrEnum):
    """The identity documents that the platform takes. ``uscc`` is the code of a unit."""

    RESIDENT_ID = "resident_id"
    TEMP_RESIDENT_ID = "temp_resident_id"
    MILITARY_ID = "military_id"
    HK_MACAO_PERMIT = "hk_macao_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    PASSPORT = "passport"
    FOREIGN_PR = "foreign_pr"
    USCC = "uscc"


RESIDENT: Final = frozenset({IdType.RESIDENT_ID, IdType.TEMP_RESIDENT_ID})
_UNIT_NAME: Final = re.compile(r"(?:[^\W_]|[·.,&'\-()（）“”、 ])+")


class Applicant(Block):
    """The formats of military and foreign documents could not be sourced: those are loose."""

    id_type: IdType
    id_no: Annotated[str, Field(min_length=5, max_length=30), PERSONAL]
    name: Annotated[str, Field(min_length=1, max_length=40), PERSONAL]
    mobile: Mobile
    capacity: Capacity

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
            number = identified("resident_id", resident_id.parse, text, seen.today).text
        elif id_type is IdType.USCC:
            number = identified("uscc", uscc.parse, text).text
        else:
            number = normalise(text)
            if id_type and not (number.isascii() and number.isalnum()):
                raise defect("id_no_characters")
        seen.id_no = number
        return number

    @field_validator("name")
    @classmethod
    def _a_real_name(cls, text: str, info: ValidationInfo) -> str:
        if info.data.get("id_type") is not IdType.USCC:
            return identified("name", person_name.parse, text).text
        name = unicodedata.normalize("NFC", text).strip()
        if not _UNIT_NAME.fullmatch(name):
            raise defect("name_characters")
        return name

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


class DriverApplicant(Applicant):
    """The holder of the licence, or an agent."""

    capacity: Literal[Capacity.DRIVER, Capacity.AGENT]
