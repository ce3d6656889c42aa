"""The agent who acts for the applicant. The mandate itself is an upload."""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from domain.identifiers import resident_id
from domain.services.blocks.applicant import words
from domain.services.blocks.block import Block
from domain.services.blocks.contact.kinds import Mobile, Name
from domain.services.judgement import identified, judgement
from domain.services.personal import PERSONAL


class Agent(Block):
    TITLE: ClassVar = words.AGENT

    name: Annotated[Name, words.PERSON_NAME]
    id_no: Annotated[str, Field(min_length=15, max_length=30), PERSONAL, words.ID_NO]
    mobile: Annotated[Mobile, words.MOBILE]

    @field_validator("id_no")
    @classmethod
    def _a_real_number(cls, text: str, info: ValidationInfo) -> str:
        seen = judgement(info)
        return identified("resident_id", resident_id.parse, text, seen.today).text
