"""A complete synthetic body for each service, valid on the day asked for.

They stand in the published API and are what its tests begin with. The numbers
check, and belong to nobody.
"""

from collections.abc import Iterable
from datetime import date

from domain.periods import add_months, add_years
from domain.services.choices import DocumentKind

Body = dict[str, object]
_ID_NO = "410102199202291236"


def plate_reissue(today: date) -> Body:
    return {
        "service": "plate_reissue",
        **_applicant("owner"),
        **_vehicle(),
        "business": "reissue",
        "reason": "lost",
        "plates_affected": "both",
        "need_temp_plate": True,
        "delivery": {
            "mode": "post",
            "recipient_name": "张三",
            "recipient_mobile": "13800001234",
            "region_code": "410105",
            "address": "郑州市金水区示例路1号院2号楼301室",
            "postcode": "450000",
        },
        "payment": {"method": "online"},
        "declaration": _declaration(today),
        "documents": _documents(
            (DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.REGISTRATION_CERTIFICATE)
        ),
    }


def vehicle_contact_change(today: date) -> Body:
    return {
        "service": "vehicle_contact_change",
        **_applicant("owner"),
        **_vehicle(),
        "new_mobile": "13900005678",
        "new_mobile_verified_at": _morning(today),
        "email": "zhangsan@example.com",
        "postcode": "450000",
        "contact_address": "郑州市金水区示例路3号院4号楼502室",
        "declaration": _declaration(today),
        "documents": [],
    }


def renewal_deferral(today: date) -> Body:
    expiry = add_months(today, 4)
    return {
        "service": "renewal_deferral",
        **_applicant("driver"),
        "licence": {
            "licence_no": _ID_NO,
            "file_no": "410100123456",
            "classes": "C1",
            "valid_until": expiry.isoformat(),
        },
        "reason": "abroad",
        "requested_until": add_years(expiry, 2).isoformat(),
        "declaration": _declaration(today),
        "documents": _documents(
            (
                DocumentKind.ID_FRONT,
                DocumentKind.ID_BACK,
                DocumentKind.LICENCE_PHOTO_PAGE,
                DocumentKind.DEFERRAL_PROOF,
            )
        ),
    }


def _applicant(capacity: str) -> Body:
    return {
        "channel": "online_app",
        "user_kind": "real_name",
        "applicant": {
            "id_type": "resident_id",
            "id_no": _ID_NO,
            "name": "张三",
            "mobile": "13800001234",
            "capacity": capacity,
        },
    }


def _vehicle() -> Body:
    return {
        "vehicle": {
            "plate_kind": "02",
            "plate_no": "豫A1B2C3",
            "vin": "LZYTBTD60L1000123",
            "engine_no": "EX123456",
            "use_nature": "non_operating",
        }
    }


def _declaration(today: date) -> Body:
    return {
        "notice_version": "2020.1",
        "agreed_at": _morning(today),
        "declaration_version": "2020.1",
        "sms_verified_at": _morning(today),
    }


def _morning(today: date) -> str:
    return f"{today.isoformat()}T09:30:00+08:00"


def _documents(kinds: Iterable[DocumentKind]) -> list[Body]:
    return [
        {
            "kind": kind.value,
            "sha256": f"{number:064x}",
            "media_type": "image/jpeg",
            "size": 204_800,
        }
        for number, kind in enumerate(kinds, start=1)
    ]
