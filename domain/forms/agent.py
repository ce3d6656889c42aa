"""The agent who acts for the applicant; the mandate itself is an upload."""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from domain.forms.block import Block
from domain.forms.judging import identified, judging
from domain.forms.personal import PERSONAL
from domain.forms.words import Mobile, Name
from domain.identifiers import resident_id


class Agent(Block):
    name: Name
    id_no: Annotated[str, Field(min_length=15, max_length=30), PERSONAL]
    mobile: Mobile

    @field_validator("id_no")
    @classmethod
    def _a_real_number(cls, text: str, info: ValidationInfo) -> str:
        seen = judging(info)
        return identified("resident_id", resident_id.parse, text, seen.today).text
