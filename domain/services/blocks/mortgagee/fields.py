"""The mortgagee 抵押权人, whose name and number the office enters (Order 124, mortgages)."""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from domain.services.blocks.applicant import words as applicant_words
from domain.services.blocks.applicant.identity import IdType, identity_number, name_of
from domain.services.blocks.block import Block
from domain.services.blocks.mortgagee import words
from domain.services.judgement import judgement
from domain.services.personal import PERSONAL


class Mortgagee(Block):
    """A person or a unit, for the most part a bank."""

    TITLE: ClassVar = words.MORTGAGEE
    TEXTS: ClassVar = applicant_words.TEXTS

    id_type: Annotated[IdType, applicant_words.ID_TYPE]
    id_no: Annotated[str, Field(min_length=5, max_length=30), PERSONAL, applicant_words.ID_NO]
    name: Annotated[str, Field(min_length=1, max_length=40), PERSONAL, applicant_words.NAME]

    @field_validator("id_no")
    @classmethod
    def _a_real_number(cls, text: str, info: ValidationInfo) -> str:
        return identity_number(info.data.get("id_type"), text, judgement(info).today).text

    @field_validator("name")
    @classmethod
    def _a_real_name(cls, text: str, info: ValidationInfo) -> str:
        return name_of(info.data.get("id_type"), text)
