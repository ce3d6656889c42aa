"""The closed lists from which every form draws. Their values are stored for ever.

The channels are those that the announcement of 2020-02-23 names: 网上办、手机办、应急办、自助办、
延期办、延时办.
"""

from enum import StrEnum
from typing import Final


class Channel(StrEnum):
    """How an application reached the office."""

    ONLINE_WEB = "online_web"
    ONLINE_APP = "online_app"
    WINDOW = "window"
    SELF_SERVICE = "self_service"
    EMERGENCY = "emergency"
    DEFERRED = "deferred"
    EXTENDED_HOURS_WINDOW = "extended_hours_window"


ONLINE: Final = frozenset({Channel.ONLINE_WEB, Channel.ONLINE_APP})


class UserKind(StrEnum):
    """What the platform knows of the user: a unit was verified at a window."""

    WEB_REGISTERED = "web_registered"
    REAL_NAME = "real_name"
    UNIT = "unit"


class Capacity(StrEnum):
    OWNER = "owner"
    DRIVER = "driver"
    AGENT = "agent"


class Business(StrEnum):
    """Reissue 补领 for what is gone, replacement 换领 for what is damaged."""

    REISSUE = "reissue"
    REPLACE = "replace"


class PlateReason(StrEnum):
    LOST = "lost"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"


class PlatesAffected(StrEnum):
    FRONT = "front"
    REAR = "rear"
    BOTH = "both"


class DeferralReason(StrEnum):
    """The grounds of 139 art. 73: military service, abroad, other."""

    MILITARY = "military"
    ABROAD = "abroad"
    OTHER = "other"


class DeliveryMode(StrEnum):
    POST = "post"
    PICKUP = "pickup"


class PaymentMethod(StrEnum):
    ONLINE = "online"
    ON_DELIVERY = "on_delivery"
    WINDOW = "window"


class DocumentKind(StrEnum):
    """What may be uploaded. The platform asks for these; a damaged plate needs its photo too."""

    ID_FRONT = "id_front"
    ID_BACK = "id_back"
    LICENCE_PHOTO_PAGE = "licence_photo_page"
    DRIVING_PERMIT = "driving_permit"
    REGISTRATION_CERTIFICATE = "registration_certificate"
    VEHICLE_PHOTO_45DEG = "vehicle_photo_45deg"
    PLATE_PHOTO = "plate_photo"
    RESIDENCE_PERMIT_FRONT = "residence_permit_front"
    RESIDENCE_PERMIT_BACK = "residence_permit_back"
    FOREIGNER_LODGING = "foreigner_lodging"
    PURCHASE_INVOICE = "purchase_invoice"
    FACTORY_CERTIFICATE = "factory_certificate"
    IMPORT_CERTIFICATE = "import_certificate"
    INSURANCE_POLICY = "insurance_policy"
    TAX_PROOF = "tax_proof"
    MEDICAL_CERTIFICATE = "medical_certificate"
    DEFERRAL_PROOF = "deferral_proof"
    LOSS_STATEMENT = "loss_statement"
    PORTRAIT = "portrait"
    MANDATE = "mandate"
