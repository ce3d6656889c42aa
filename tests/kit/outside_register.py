"""The client of a register elsewhere, and what that may say of the example of a licence."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from cheguan.register import TOKEN as TOKEN_FILE
from cheguan.register import outside
from cheguan.settings import Settings
from domain.vault import BlindIndex
from tests.kit.register_stand_in import TOKEN
from workers.registers.outside import OutsideRegister

NAMES: Final = BlindIndex(b"n" * 32)
LICENCE: Final[dict[str, Any]] = {
    "holder": {"id_no": "41010219920229123x", "name": " 张三 "},
    "office": "410100",
    "classes": ["C1"],
    "first_issued_on": "2014-06-24",
    "issued_on": "2014-06-24",
    "valid_until": "2020-06-24",
    "years": 6,
    "states": ["A"],
    "later": "a field that is not known here",
}
VEHICLE: Final[dict[str, Any]] = {
    "owner": {"id_no": "410102199202291236", "name": "张三"},
    "office": "410100",
    "type": "sedan",
    "use": "non_operating",
    "seats": 5,
    "states": ["G", "Q"],
}


def settings(folder: Path, url: str | None, token: str | None = TOKEN) -> Settings:
    """Settings that name a register, whose token lies beside the keys."""
    secrets = folder / "secrets"
    secrets.mkdir(mode=0o700, exist_ok=True)
    if token is not None:
        file = secrets / TOKEN_FILE
        file.touch(mode=0o600)
        file.write_text(f"{token}\n")
    return Settings(secrets_dir=secrets, register_url=url)


@asynccontextmanager
async def client(
    folder: Path, url: str, token: str | None = TOKEN
) -> AsyncIterator[OutsideRegister]:
    async with outside(settings(folder, url, token), url, NAMES) as made:
        yield made
