"""The driving licence that an application is about."""

from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import Field, ValidationInfo, field_validator

from domain.identifiers import document_number, file_number, licence_classes, licence_number
from domain.services.blocks.applicant.identity import RESIDENT
from domain.services.blocks.block import Block
from domain.services.blocks.licence import words
from domain.services.blocks.licence.office import ISSUING_OFFICES
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL

EARLIEST: Final = date(1950, 1, 1)
LATEST: Final = date(2100, 12, 31)
"""A later date is a slip of the pen, such as 9999 for a long-term licence."""


class LicenceNumbers(Block):
    """The licence by its two numbers."""

    TITLE: ClassVar = words.LICENCE
    TEXTS: ClassVar = words.TEXTS

    licence_no: Annotated[
        str,
        Field(min_length=5, max_length=30),
        PERSONAL,
        words.LICENCE_NO,
        words.LICENCE_NO_HINT,
    ]
    file_no: Annotated[
        str,
        Field(min_length=1, max_length=20),
        PERSONAL,
        words.FILE_NO,
        words.FILE_NO_HINT,
    ]

    @field_validator("licence_no")
    @classmethod
    def _the_number_of_the_applicant(cls, text: str, info: ValidationInfo) -> str:
        """A licence bears the number of its holder's identity document (162 art. 12)."""
        seen = judgement(info)
        if seen.id_type in RESIDENT:
            number = identified("licence_no", licence_number.parse, text, seen.today).text
        else:
            number = document_number.normal(text)
        if seen.id_no is not None and number != seen.id_no:
            raise defect("licence_no_is_id_no")
        return number

    @field_validator("file_no")
    @classmethod
    def _a_file_number(cls, text: str, info: ValidationInfo) -> str:
        number = identified("file_no", file_number.parse, text)
        judgement(info).prefecture = ISSUING_OFFICES.get(number.prefecture)
        return number.text


class Licence(LicenceNumbers):
    """``valid_until`` is ``null`` for a long-term licence (长期). It must not be left out."""

    classes: Annotated[str, Field(min_length=1, max_length=40), words.CLASSES, words.CLASSES_HINT]
    valid_until: Annotated[date | None, words.VALID_UNTIL]

    @field_validator("classes")
    @classmethod
    def _classes_as_printed(cls, text: str, info: ValidationInfo) -> str:
        found = identified("classes", licence_classes.parse, text)
        judgement(info).classes = found
        return found.text

    @field_validator("valid_until")
    @classmethod
    def _a_likely_day(cls, day: date | None) -> date | None:
        if day is not None and not EARLIEST <= day <= LATEST:
            raise defect("date_range")
        return day
