"""Outlets of Zhengzhou in the shape of the real ones. Every one is an example (示例)."""

from typing import Final

from domain.offices.office import OfficeKind
from domain.titles import Title

OUTLETS: Final[tuple[tuple[str, OfficeKind, Title], ...]] = (
    (
        "br1",
        OfficeKind.BRANCH,
        Title(zh="车管所第一分所（示例）", en="First branch (example)"),
    ),
    (
        "st1",
        OfficeKind.SERVICE_STATION,
        Title(zh="城西服务站（示例）", en="West service station (example)"),
    ),
    (
        "st2",
        OfficeKind.SERVICE_STATION,
        Title(zh="城北服务站（示例）", en="North service station (example)"),
    ),
    (
        "st3",
        OfficeKind.SERVICE_STATION,
        Title(zh="城南服务站（示例）", en="South service station (example)"),
    ),
    (
        "gsh1",
        OfficeKind.SERVICE_HALL,
        Title(zh="政务服务大厅车管窗口（示例）", en="Service hall window (example)"),
    ),
    (
        "ps1",
        OfficeKind.POSTAL_AGENCY,
        Title(zh="警邮代办网点（示例）", en="Postal agency outlet (example)"),
    ),
    (
        "rst1",
        OfficeKind.REGISTRATION_STATION,
        Title(zh="第一机动车登记服务站（示例）", en="First registration station (example)"),
    ),
    (
        "edu1",
        OfficeKind.EDUCATION_SITE,
        Title(zh="审验和满分教育点（示例）", en="Education site (example)"),
    ),
)
