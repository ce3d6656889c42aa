"""How often a client may ask, whatever he asks for: by address, or as whoever has signed in.

The limits are generous: they keep one client from taking the whole service, and are met by no
person and no page that looks again and again. Thousands of citizens come from one address of a
mobile network, so an address has the most of people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Final

import msgspec

from api.rates.bucket import Bucket, KeyKind
from domain.people import Actor, Role
from domain.titles import Title

ANONYMOUS: Final = Bucket(
    "anonymous",
    KeyKind.ADDRESS,
    2_000,
    20,
    Title("未登录的全部请求", "all requests of those who have not signed in"),
)
APPLICANT: Final = Bucket(
    "applicant",
    KeyKind.PRINCIPAL,
    600,
    30,
    Title("申请人的全部请求", "all requests of an applicant"),
)
OFFICE: Final = Bucket(
    "office",
    KeyKind.PRINCIPAL,
    1_500,
    30,
    Title("工作人员的全部请求", "all requests of an official"),
)
PROGRAM: Final = Bucket(
    "program",
    KeyKind.PRINCIPAL,
    5_000,
    10,
    Title("合作单位和寄递企业的全部请求", "all requests of a partner or a carrier"),
)
GENERAL: Final = (ANONYMOUS, APPLICANT, OFFICE, PROGRAM)
"""What holds on every route but ``/health/``. Each process has its own buckets, in memory."""

_OF_ROLE: Final[Mapping[Role, Bucket]] = {
    **dict.fromkeys(Role, OFFICE),
    Role.APPLICANT: APPLICANT,
    Role.PARTNER: PROGRAM,
    Role.CARRIER: PROGRAM,
}


class RateGrant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an operator has granted: to a ``network`` that has not signed in, or to a ``subject``.

    A subject is granted it in one ``role``. All tokens are back within ``refill_s`` seconds.
    """

    burst: int
    refill_s: int
    network: str | None = None
    role: Role | None = None
    subject: str | None = None

    def __post_init__(self) -> None:
        if self.burst < 1 or self.refill_s < 1:
            raise ValueError("burst and refill_s are at least 1")
        if (self.network is None) == (self.subject is None):
            raise ValueError("either a network or a subject")
        if (self.subject is None) != (self.role is None):
            raise ValueError("a subject and its role")
        if self.network is not None:
            ip_network(self.network)

    def bucket(self, instead_of: Bucket) -> Bucket:
        return replace(instead_of, burst=self.burst, refill_s=self.refill_s)


class GeneralRates:
    """The buckets, each ``times`` as large, and what was ``granted`` to some.

    Whoever has a grant is measured by it alone.
    """

    def __init__(self, granted: Sequence[RateGrant] = (), times: float = 1) -> None:
        self._of_role = {role: _scaled(bucket, times) for role, bucket in _OF_ROLE.items()}
        self._anonymous = _scaled(ANONYMOUS, times)
        self._of_subject = {
            (each.role, each.subject): each.bucket(self._of_role[each.role])
            for each in granted
            if each.role
        }
        self._of_network = [
            (ip_network(each.network), each.bucket(self._anonymous))
            for each in granted
            if each.network
        ]
        self.of_address = lru_cache(4096)(self._of_address)

    def of_principal(self, by: Actor) -> Bucket:
        """The bucket of one who has signed in."""
        return self._of_subject.get((by.role, by.id)) or self._of_role[by.role]

    def _of_address(self, address: str) -> Bucket:
        """The bucket of one who has not, by the place that he comes from."""
        try:
            host = ip_address(address.partition("/")[0])
        except ValueError:
            return self._anonymous
        fitting = (bucket for network, bucket in self._of_network if host in network)
        return next(fitting, self._anonymous)


def _scaled(bucket: Bucket, times: float) -> Bucket:
    return replace(bucket, burst=max(1, round(bucket.burst * times)))
