"""To which addresses of partners anything is sent at all (CWE-918).

What a name resolves to is looked at when it is connected to, each time: a name that was harmless
when it was entered may lead inside tomorrow.
"""

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Annotated, Final
from urllib.parse import urlsplit

import msgspec

from domain.spelling import AS_SEEN

WebhookAddress = Annotated[
    str,
    msgspec.Meta(min_length=8, max_length=300, examples=["https://hooks.insurer.example/cheguan"]),
    AS_SEEN,
]
Resolved = IPv4Address | IPv6Address
_TLS_PORTS: Final = frozenset({443, 8443})
_NAME: Final = re.compile(r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+", re.ASCII)
_NUMBERS: Final = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+)){0,3}\.?", re.ASCII)
_TRANSLATED: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""Addresses of version 4 as seen through a translator (RFC 6052, RFC 8215)."""
_SPECIAL: Final = tuple(
    ip_network(each)
    for each in ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "3fff::/20", "5f00::/16")
)
"""Special purposes (RFC 6890, RFC 9637, RFC 9602) of which the library does not know in each
version, or of which it lets parts through.
"""
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def is_fit(address: str, *, loopback: bool = False) -> bool:
    """Whether an address may be entered: https, a name with a dot, a usual port, and no more.

    No number stands in the place of the name in any way of writing one, nobody's password before
    it, and nothing behind ``#``. ``loopback`` allows this machine beside that, also by http.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    plain = address.isascii() and address.isprintable() and not re.search(r"[\s\\]", address)
    if not plain or "@" in parts.netloc or parts.fragment or not host:
        return False
    if loopback and host in _LOOPBACK:
        return parts.scheme in {"http", "https"}
    named = _NAME.fullmatch(host) is not None and not _NUMBERS.fullmatch(host)
    return parts.scheme == "https" and named and (port or 443) in _TLS_PORTS


def is_of_this_machine(address: str) -> bool:
    return urlsplit(address).hostname in _LOOPBACK


def is_public(resolved: str) -> bool:
    """Whether a resolved address is one of the open internet.

    What is wrapped in one of version 6 is unwrapped first. One that cannot be read is not public.
    """
    try:
        found: Resolved = ip_address(resolved.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or _translated(found)
        if inner is not None:
            return is_public(str(inner))
        if found.teredo is not None or found.is_site_local or int(found) >> 32 == 0:
            return False
    if any(found in each for each in _SPECIAL):
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def is_loopback(resolved: str) -> bool:
    try:
        return ip_address(resolved).is_loopback
    except ValueError:
        return False


def _translated(found: IPv6Address) -> IPv4Address | None:
    if any(found in each for each in _TRANSLATED):
        return IPv4Address(int(found) & 0xFFFFFFFF)
    return None
