"""The facts of a medical certificate that came online, as they are stored in the clear."""

from datetime import date
from typing import Annotated

from domain.identifiers.licence_classes import LicenceClass
from domain.services.blocks.medical import words
from domain.services.blocks.medical.facts import CertificateFacts
from domain.services.facts import Facts


class MedicalSubmitFacts(Facts, frozen=True, kw_only=True, tag="medical_submit"):
    """They say the same as those of the certificate itself, and are stored side by side."""

    hospital: Annotated[str, words.HOSPITAL]
    examined_on: Annotated[date, words.EXAMINED_ON]
    fit: Annotated[bool, words.FIT]
    fit_for: Annotated[tuple[LicenceClass, ...], words.FIT_FOR]

    @property
    def certificate(self) -> CertificateFacts:
        return CertificateFacts(
            hospital=self.hospital,
            examined_on=self.examined_on,
            fit=self.fit,
            fit_for=self.fit_for,
        )
