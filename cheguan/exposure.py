"""Who may reach a process that serves, and by which way, as an operator has set it."""

from ipaddress import ip_address, ip_network
from typing import Final

from api.public_address import PublicAddress
from cheguan.settings import Settings, UnsafeSettings, is_loopback

_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def in_production(settings: Settings) -> bool:
    """Whether it was said so, or others than this machine are served."""
    return settings.production or not is_loopback(settings.host)


def check_exposure(settings: Settings) -> None:
    """Raises ``UnsafeSettings`` for a service whose surroundings nobody has described.

    In production something in front of it ends the encryption: only what that says of a
    request is believed, and the names are known under which it is reached.
    """
    if settings.issuer is None and not settings.demo:
        raise UnsafeSettings(
            "Nobody could prove who he is: set CHEGUAN_ISSUER and CHEGUAN_JWKS_URL. To try it "
            "out, say --demo-identities, with which everybody on this machine may take any role."
        )
    for proxy in proxies(settings):
        if not _is_network(proxy):
            raise UnsafeSettings(
                "CHEGUAN_TRUSTED_PROXIES names what is no address: write addresses or networks, "
                "such as 10.0.0.5,172.16.0.0/12."
            )
    if not in_production(settings):
        return
    for variable, given, example in (
        ("CHEGUAN_ALLOWED_HOSTS", settings.allowed_hosts, "cheguan.example"),
        ("CHEGUAN_TRUSTED_PROXIES", settings.trusted_proxies, "10.0.0.5"),
    ):
        if not given.strip(" ,"):
            raise UnsafeSettings(
                f"{variable} is not set, and production needs it: such as {example} "
                "(docs/operations.md)."
            )
    if settings.hsts_seconds == 0:
        raise UnsafeSettings("CHEGUAN_HSTS_SECONDS must be more than 0 in production.")


def proxies(settings: Settings) -> list[str]:
    """The addresses and networks whose word on who asks, and by which way, is believed."""
    return _parts(settings.trusted_proxies)


def public_address(settings: Settings) -> PublicAddress:
    """Under which names it is reached: those that were set, or those of this machine."""
    named = frozenset(host.lower() for host in _parts(settings.allowed_hosts))
    return PublicAddress(
        hosts=named or _THIS_MACHINE | {settings.host.lower()},
        https=in_production(settings),
        hsts_s=settings.hsts_seconds,
    )


def _parts(text: str) -> list[str]:
    return [part for each in text.split(",") if (part := each.strip())]


def _is_network(text: str) -> bool:
    try:
        ip_network(text) if "/" in text else ip_address(text)
    except ValueError:
        return False
    return True
