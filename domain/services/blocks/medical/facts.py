"""The facts of a medical certificate that are stored in the clear.

What the doctor found is sealed. In the clear stands only what the decision and the register need:
which of the classes that the holder may drive he is fit for.
"""

from datetime import date
from typing import Annotated

import msgspec

from domain.identifiers.licence_classes import LicenceClass
from domain.services.blocks.medical import words


class CertificateFacts(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """``fit`` is said of all classes that the applicant gave. ``fit_for`` holds the lower classes
    too that they permit, because who is not fit for one may exchange it for another.
    """

    hospital: Annotated[str, words.HOSPITAL]
    examined_on: Annotated[date, words.EXAMINED_ON]
    fit: Annotated[bool, words.FIT]
    fit_for: Annotated[tuple[LicenceClass, ...], words.FIT_FOR]
