"""From where a request comes, and what counts as one place."""

from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from typing import Final

from starlette.types import Scope

_UNKNOWN: Final = "unknown"
_HOST_BITS: Final = 64


def client_address(scope: Scope) -> str:
    """The place of the client, as the server tells it in ``scope["client"]``.

    An IPv6 subscriber is given 2⁶⁴ addresses at least (RFC 6177), so one place is the network of
    64 bits. Whoever comes by a socket of this machine has no address, and all of them are one.
    """
    client = scope.get("client")
    return _place(client[0]) if client else _UNKNOWN


@lru_cache(4096)
def _place(host: str) -> str:
    try:
        address = ip_address(host)
    except ValueError:
        return _UNKNOWN
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return f"{IPv6Address(int(address) >> _HOST_BITS << _HOST_BITS)}/{_HOST_BITS}"
