"""The facts of a renewal that are stored in the clear."""

from typing import Annotated

from domain.services.licence_document.facts import LicenceDocumentFacts, MedicalSource
from domain.services.licence_document.words import MEDICAL


class LicenceRenewalFacts(LicenceDocumentFacts, frozen=True, kw_only=True, tag="licence_renewal"):
    medical: Annotated[MedicalSource, MEDICAL]
