"""A short remark in the applicant's own words. It may name people, so it is sealed."""

from typing import Annotated, Final

from pydantic import AfterValidator, Field

from domain.identifiers.text import visible
from domain.services.judgement import defect
from domain.services.personal import PERSONAL

_LEAST: Final = 2


def _writing(text: str) -> str:
    """Takes one line of writing, without what nobody sees."""
    note = visible(text)
    if len(note) < _LEAST:
        raise defect("length")
    if not note.isprintable():
        raise defect("note_characters")
    return note


Note = Annotated[str, Field(min_length=_LEAST, max_length=200), AfterValidator(_writing), PERSONAL]
