"""Whether a record is that of the very thing which an application names by several numbers.

The register finds a vehicle by its VIN and a licence by its number. Whoever writes another plate
or another file number beside it speaks of two things, and nothing is approved for either.
"""

from typing import Any, Final

from domain.register.learner_permit import LearnerPermitRecord
from domain.register.licence import LicenceRecord
from domain.register.vehicle import VehicleRecord
from domain.services.given import Given

OTHER_RECORD: Final = (
    "R-OTHER-RECORD",
    "填写的号牌号码、车辆识别代号或者驾驶证档案编号与登记信息不符，不是同一机动车或者同一驾驶证。"
    "请对照登记证书、行驶证或者驾驶证核对后重新申请。",
    "The plate, the VIN or the file number given is not that of the vehicle or licence on record. "
    "Compare them with the certificate, the permit or the licence, and apply again.",
)
"""The code of the reason for a refusal, and its text."""


def is_of_another(
    record: VehicleRecord | LicenceRecord | LearnerPermitRecord | None, given: Given[Any]
) -> bool:
    """Whether the record has another number than the application where both have one."""
    return any(
        told is not None and known is not None and told != known
        for name, told in given.numbers._asdict().items()
        for known in (getattr(record, name, None),)
    )


def plate_untold(given: Given[Any]) -> bool:
    """Whether the application names a plate and the record has none to compare it with."""
    return (
        given.vehicle is not None
        and given.vehicle.plate_no is None
        and given.numbers.plate_no is not None
    )
