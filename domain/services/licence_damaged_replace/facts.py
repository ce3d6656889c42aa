"""The facts of a replacement that are stored in the clear."""

from datetime import date
from typing import Annotated

from domain.services.licence_damaged_replace import words
from domain.services.licence_document.facts import LicenceDocumentFacts


class LicenceDamagedReplaceFacts(
    LicenceDocumentFacts, frozen=True, kw_only=True, tag="licence_damaged_replace"
):
    """``damaged_on`` is None if the applicant does not say it."""

    damaged_on: Annotated[date | None, words.DAMAGED_ON] = None
