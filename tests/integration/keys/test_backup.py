"""A backup gives everything back, with the keys that are not in it."""

import asyncio
import subprocess
from pathlib import Path
from shutil import copytree

import psycopg
import pytest

from cheguan.backup import Manifest, back_up
from cheguan.key_rotation import REPLACEABLE, begin, finish
from cheguan.postgres_programs import programs_folder
from cheguan.registry import REGISTRY
from cheguan.restore_drill import Found, NoBackup, drill
from cheguan.secrets import keys_in
from tests.conftest import fresh_database
from tests.kit.operator import command
from tests.kit.served import Service, served
from tests.kit.vehicles import numbered


async def submitted(service: Service, number: int) -> None:
    body = await service.example("plate_reissue")
    body["vehicle"] |= numbered(number)
    answer = await service.submit(body, f"backup-{number}")
    assert answer.status_code == 201, answer.text


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> Path:
    """An office with some applications. Its keys lie in ``secrets`` of the folder."""
    async with served(database_url, tmp_path) as service:
        for number in range(5):
            await submitted(service, number)
        await service.fold()
    return tmp_path


def drilled(folder: Path, secrets: Path) -> tuple[bool, dict[str, Found]]:
    found: list[Found] = []
    is_well = drill(folder, secrets, REGISTRY, found.append)
    return is_well, {each.what: each for each in found}


async def drilled_beside(folder: Path, secrets: Path) -> tuple[bool, dict[str, Found]]:
    return await asyncio.to_thread(drilled, folder, secrets)


async def test_what_was_backed_up_while_people_wrote_is_all_there(
    office: Path, database_url: str
) -> None:
    async with served(database_url, office) as service:
        writing = asyncio.gather(*(submitted(service, number) for number in range(5, 30)))
        made = await asyncio.to_thread(back_up, database_url, None, office / "backup")
        await writing
    is_well, found = await drilled_beside(office / "backup", office / "secrets")
    assert is_well, found
    assert found["sealed"].told.endswith("0 erased, 0 closed")
    assert made.position >= 15
    assert made.secrets == ["index-key", "kek", "name-key"]
    assert not (office / "backup.partial").exists()


def test_no_key_is_in_a_backup(office: Path, database_url: str) -> None:
    back_up(database_url, None, office / "backup")
    for path in (office / "backup").iterdir():
        assert path.stat().st_mode & 0o077 == 0
    restorer = programs_folder() / "pg_restore"
    as_text = ("--file=-", str(office / "backup" / "store.dump"))
    dumped = subprocess.run([restorer, *as_text], capture_output=True, check=True).stdout
    assert b"data_key" in dumped
    for key in keys_in(office / "secrets").values():
        assert key.hex().encode() not in dumped


async def test_a_backup_with_a_key_missing_does_not_give_everything_back(
    office: Path, database_url: str
) -> None:
    back_up(database_url, None, office / "backup")
    copytree(office / "secrets", office / "escrow")
    (office / "escrow" / "kek").unlink()
    is_well, found = await drilled_beside(office / "backup", office / "escrow")
    assert not is_well
    assert found["keys"].told == "missing: kek"
    assert found["caseload"].is_well


async def test_a_backup_from_before_a_rotation_needs_the_old_key(
    office: Path, database_url: str
) -> None:
    secrets = office / "secrets"
    back_up(database_url, None, office / "before")
    begin(database_url, database_url, secrets, REPLACEABLE)
    finish(database_url, database_url, secrets, lambda done, of: None)
    back_up(database_url, None, office / "after")
    (secrets / "kek").rename(office / "old-kek")
    assert not (await drilled_beside(office / "before", secrets))[0]
    assert (await drilled_beside(office / "after", secrets))[0]


async def test_a_vault_of_its_own_comes_along(
    postgres_server: str, office: Path, database_url: str
) -> None:
    """A later backup of the vault holds the data key of every event, and here it is spoiled."""
    with fresh_database(postgres_server, database_url.split("/")[3].split("?")[0]) as vault:
        made = back_up(database_url, vault, office / "backup")
        assert [file.name for file in made.files] == ["store.dump", "vault.dump"]
        assert (await drilled_beside(office / "backup", office / "secrets"))[0]
        with psycopg.connect(vault) as connection:
            connection.execute("UPDATE vault.data_key SET wrapped = 'spoiled'")
        back_up(database_url, vault, office / "spoiled")
    is_well, found = await drilled_beside(office / "spoiled", office / "secrets")
    assert not is_well
    assert found["sealed"].told == "0 applications opened, 0 erased, 5 closed"


async def test_an_altered_backup_is_noticed(office: Path, database_url: str) -> None:
    made: Manifest = back_up(database_url, None, office / "backup")
    manifest = office / "backup" / "manifest.json"
    digest = made.files[0].tables["stored_events"]
    manifest.write_text(manifest.read_text().replace(digest, "0" * 64))
    is_well, found = await drilled_beside(office / "backup", office / "secrets")
    assert (is_well, found["stored_events"].told) == (False, "DIFFERENT")
    (office / "backup" / "store.dump").write_bytes(b"nothing")
    is_well, found = await drilled_beside(office / "backup", office / "secrets")
    assert (is_well, found["store.dump"].told) == (False, "DIFFERENT")
    manifest.unlink()
    with pytest.raises(NoBackup):
        drilled(office / "backup", office / "secrets")


def test_an_operator_backs_up_and_drills(office: Path, database_url: str) -> None:
    place = str(office / "backup")
    code, told = command(database_url, office, "backup", place)
    assert code == 0, told
    assert "Needed and not in it: index-key, kek, name-key" in told
    assert command(database_url, office, "backup", place)[0] == 2
    code, told = command(database_url, office, "restore-drill", place)
    assert code == 0, told
    assert "gives everything back" in told
    assert " s in all." in told
