"""Under which prefix a number is issued."""

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo

from domain.identifiers.plate import ISSUING_LETTERS, PROVINCE
from domain.identifiers.region import unit_of
from domain.identifiers.text import squeezed
from domain.services.judgement import defect
from domain.services.number_choice.words import ISSUING_PREFIX


def _prefix(text: str, info: ValidationInfo) -> str:
    """A vehicle is registered at its owner's residence, which must stand before the prefix."""
    prefix = squeezed(text)
    region = ISSUING_LETTERS.get(prefix[1:]) if prefix.startswith(PROVINCE) else None
    if region is None:
        raise defect("prefix_unknown")
    residence = info.data.get("residence_region")
    if residence and unit_of(residence) != region:
        raise defect("prefix_not_of_residence")
    return prefix


IssuingPrefix = Annotated[
    str,
    Field(min_length=1, max_length=10, description="豫 and the issuing letter"),
    AfterValidator(_prefix),
    ISSUING_PREFIX,
]
