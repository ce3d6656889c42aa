"""The parts of a form that are sealed, as their headings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

SEALED_PARTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "applicant": Title("申请人", "applicant"),
        "agent": Title("代理人", "agent"),
        "vehicle": Title("机动车", "vehicle"),
        "licence": Title("驾驶证", "licence"),
        "delivery": Title("收件信息", "delivery"),
        "details": Title("其他填报内容", "other particulars"),
        "note": Title("说明", "note"),
    }
)
