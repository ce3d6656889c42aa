"""The facts that the four services share, and the lists from which they come."""

from datetime import date
from typing import Annotated

from domain.choice import Choice
from domain.identifiers.licence_classes import LicenceClass
from domain.services.blocks.licence.words import CLASSES, VALID_UNTIL
from domain.services.facts import Facts
from domain.services.licence_document import words


class PhotoUse(Choice):
    """Which photo is printed. One that was approved serves for six months."""

    USE_EXISTING = "use_existing", "使用已通过审核的照片", "the approved photo on file"
    NEW = "new", "提交新照片", "another photo, submitted with the application"


class MedicalSource(Choice):
    """How the medical certificate reaches the office. As a rule the hospital sends it."""

    HOSPITAL = "hospital", "由医疗机构上传", "sent by the hospital"
    UPLOAD = "upload", "由申请人上传", "uploaded by the applicant"


class LicenceDocumentFacts(Facts, frozen=True, kw_only=True):
    """``classes`` and ``valid_until`` are what the licence shows, as the applicant says.

    ``valid_until`` is None for a long-term licence.
    """

    classes: Annotated[tuple[LicenceClass, ...], CLASSES]
    photo: Annotated[PhotoUse, words.PHOTO]
    valid_until: Annotated[date | None, VALID_UNTIL] = None
