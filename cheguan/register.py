"""Which register stands behind the port: our own, or one elsewhere, and how that is reached."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, NamedTuple

import httpx

from api.desk import Desk
from api.private_file import KeyFileUnsafe, read
from cheguan.carrier_ways import to_carriers
from cheguan.consultation import consultation
from cheguan.settings import Settings, UnsafeSettings, check_register
from domain.register.port import RegisterPort
from domain.vault import BlindIndex
from workers import checker, reactor
from workers.banks.refunds import refunds
from workers.concerned import CONCERNED
from workers.outside_system import SECONDS
from workers.reactions.outward import Outward
from workers.registers.delivery import OUTSIDE_REGISTER, delivery
from workers.registers.outside import OutsideRegister
from workers.registers.own import BEHIND, OwnRegister

TOKEN: Final = "register-token"
"""The file of the token, in the folder of the secrets."""
_CONNECTIONS: Final = 16


class Registers(NamedTuple):
    """The register that is asked, the reactions by which outcomes reach it, and those of them
    that lead to one elsewhere.
    """

    port: RegisterPort
    behind: Collection[str]
    outward: tuple[Outward, ...] = ()


async def react(settings: Settings, url: str, made: Desk, stop: asyncio.Event) -> None:
    """Runs the reactor, with the ways that lead to others elsewhere, if there are any."""
    async with registers(settings, made) as known:
        to_bank = refunds(made.bank_port) if made.bank_port else ()
        outward = (*known.outward, *to_bank, *to_carriers(settings, made))
        await reactor.run(url, made.codec, made.door, stop, CONCERNED, outward)


async def check(settings: Settings, url: str, made: Desk, stop: asyncio.Event) -> None:
    """Runs the checker, which never overtakes the outcomes on their way to the register."""
    async with registers(settings, made) as known:
        asked = consultation(made, known.port)
        await checker.run(url, made.door, asked, stop, known.behind)


@asynccontextmanager
async def registers(settings: Settings, made: Desk) -> AsyncIterator[Registers]:
    """The register that the settings choose, while the context is open."""
    if settings.register_url is None:
        yield Registers(OwnRegister(made.door, made.names, made.clock), BEHIND)
        return
    async with outside(settings, settings.register_url, made.names) as elsewhere:
        way = delivery(made.door, made.keyring, elsewhere)
        yield Registers(elsewhere, (OUTSIDE_REGISTER.name,), (way,))


@asynccontextmanager
async def outside(
    settings: Settings, url: str, names: BlindIndex
) -> AsyncIterator[OutsideRegister]:
    """A register elsewhere. No proxy of the surroundings sees the token, or whom it is about."""
    check_register(settings)
    token = _token(settings.secrets_dir / TOKEN)
    async with httpx.AsyncClient(
        base_url=f"{url.rstrip('/')}/",
        headers={"authorization": f"Bearer {token}"},
        timeout=SECONDS,
        limits=httpx.Limits(max_connections=_CONNECTIONS),
        trust_env=False,
    ) as http:
        yield OutsideRegister(http, names)


def _token(file: Path) -> str:
    """Raises :class:`UnsafeSettings` if there is none that only its owner can read."""
    try:
        return read(file).decode("ascii").strip()
    except (OSError, KeyFileUnsafe, UnicodeDecodeError) as wrong:
        raise UnsafeSettings(
            f"CHEGUAN_REGISTER_URL is set, and {file} holds no token ({type(wrong).__name__}). Put "
            "it there alone, readable by its owner only (mode 0600)."
        ) from None
