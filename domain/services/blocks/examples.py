"""The blocks of a complete synthetic body, which is valid on the day asked for.

They stand in the published API, and its tests begin with them. The numbers have valid check
digits, and belong to nobody.
"""

from datetime import date, timedelta
from typing import Any, Final

from domain.services.choices import DocumentKind
from domain.uploads.samples import sample

Body = dict[str, Any]
ID_NO: Final = "410102199202291236"
"""The number of the person in whose name most examples apply."""
OVER_SIXTY: Final = "410102195503154210"
"""The number of somebody who was born in March 1955."""


def applicant(capacity: str, id_no: str = ID_NO) -> Body:
    """Who applies, and through which channel."""
    return {
        "channel": "online_app",
        "user_kind": "real_name",
        "applicant": {
            "id_type": "resident_id",
            "id_no": id_no,
            "name": "张三",
            "mobile": "13800001234",
            "capacity": capacity,
        },
    }


def vehicle() -> Body:
    return {
        "vehicle": {
            "plate_kind": "02",
            "plate_no": "豫A1B2C3",
            "vin": "LZYTBTD60L1000123",
            "engine_no": "EX123456",
            "use_nature": "non_operating",
        }
    }


def new_vehicle() -> Body:
    """A vehicle that was never registered."""
    return {
        "vehicle": {
            "origin": "domestic",
            "vin": "LGXC16DF4L0000019",
            "engine_no": "EX654321",
            "brand_model": "BYD7152WT5HEV",
            "vehicle_type": "sedan",
            "seats": 5,
        }
    }


def licence(expiry: date, classes: str = "C1", id_no: str = ID_NO) -> Body:
    return {
        "licence": {
            "licence_no": id_no,
            "file_no": "410100123456",
            "classes": classes,
            "valid_until": expiry.isoformat(),
        }
    }


def examination(today: date) -> Body:
    """What a doctor found five days ago, of somebody who may drive C5."""
    return {
        "examination": {
            "hospital_code": "HN410100-01",
            "certificate_no": "ZZ20200001234",
            "examined_on": (today - timedelta(days=5)).isoformat(),
            "height_cm": 168,
            "vision_left": "5.0",
            "vision_right": "4.9",
            "corrected_left": True,
            "corrected_right": True,
            "colour_vision": True,
            "hearing_left": True,
            "hearing_right": True,
            "aid_used": False,
            "upper_limbs": "sound",
            "lower_limbs": "right_or_both_lost",
            "trunk_neck": True,
            "doctor_name": "李医",
            "conclusion": "fit_for_all",
        },
    }


def by_post() -> Body:
    return {
        "mode": "post",
        "recipient_name": "张三",
        "recipient_mobile": "13800001234",
        "region_code": "410105",
        "address": "郑州市金水区示例路1号院2号楼301室",
        "postcode": "450000",
    }


def declaration(today: date) -> Body:
    return {
        "notice_version": "2020.1",
        "agreed_at": morning(today),
        "declaration_version": "2020.1",
    }


def documents(*kinds: DocumentKind) -> list[Body]:
    """Uploads of these kinds: samples that are everybody's in a demonstration."""
    return [
        {
            "kind": kind.value,
            "sha256": (upload := sample(number)).sha256.hex(),
            "media_type": upload.media_type.value,
            "size": upload.size,
        }
        for number, kind in enumerate(kinds, start=1)
    ]


def morning(today: date) -> str:
    """Half past nine at the office on that day."""
    return f"{today.isoformat()}T09:30:00+08:00"
