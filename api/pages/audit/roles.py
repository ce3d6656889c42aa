"""Who acts, in words and without a person's name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.people import Role
from domain.titles import Title

ROLES: Final[Mapping[str, Title]] = MappingProxyType(
    {
        Role.APPLICANT: Title("申请人", "Applicant"),
        Role.CLERK: Title("经办民警", "Clerk"),
        Role.SUPERVISOR: Title("值日领导", "Duty leader"),
        Role.HQ: Title("交警总队", "Headquarters"),
        Role.AUDITOR: Title("审计人员", "Auditor"),
        Role.CARRIER: Title("邮政", "Postal express"),
        Role.PARTNER: Title("合作单位", "Partner"),
        Role.SYSTEM: Title("系统", "System"),
    }
)
