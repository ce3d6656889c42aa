"""The facts of an exchange that are stored in the clear."""

from typing import Annotated

from domain.identifiers.licence_classes import LicenceClass
from domain.services.licence_document.facts import LicenceDocumentFacts, MedicalSource
from domain.services.licence_document.words import MEDICAL, TARGET_CLASSES


class LicenceOverageExchangeFacts(
    LicenceDocumentFacts, frozen=True, kw_only=True, tag="licence_overage_exchange"
):
    """``target_classes`` are all that the next licence is to print."""

    target_classes: Annotated[tuple[LicenceClass, ...], TARGET_CLASSES]
    medical: Annotated[MedicalSource, MEDICAL]
