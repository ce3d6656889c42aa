"""Keys that are not those of the data open nothing, make nothing, and are refused at the start."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree

import psycopg
import pytest

from api.private_file import KeyFileUnsafe
from cheguan.key_check import WrongSecrets, checked
from cheguan.secrets import keys_in
from domain.secret_keys import SecretKind, Secrets
from tests.kit.operator import command
from tests.kit.served import served


def opened(url: str, folder: Path) -> Secrets:
    return checked(url, url, folder)


def forget_check_values(url: str) -> None:
    """Leaves the data as a build without check values has made it."""
    with psycopg.connect(url) as connection:
        connection.execute("DELETE FROM vault.secret_key")


async def with_an_application(url: str, folder: Path) -> Path:
    """Data with one application in it. Returns the folder of its keys."""
    async with served(url, folder) as service:
        await service.submitted()
    return folder / "secrets"


def test_new_data_gets_its_keys_once(database_url: str, tmp_path: Path) -> None:
    first = opened(database_url, tmp_path)
    assert opened(database_url, tmp_path).keys == first.keys
    assert {name.kind for name in first.keys} == set(SecretKind)
    assert len(set(first.keys.values())) == 3


def test_processes_that_start_together_have_the_same_keys(
    database_url: str, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(4) as threads:
        starts = [threads.submit(opened, database_url, tmp_path) for _ in range(4)]
    first, *others = (start.result().keys for start in starts)
    assert all(other == first for other in others)


def test_of_two_machines_that_start_together_one_makes_the_keys(
    database_url: str, tmp_path: Path
) -> None:
    folders = [tmp_path / "one", tmp_path / "other"]
    with ThreadPoolExecutor(2) as threads:
        starts = [threads.submit(opened, database_url, folder) for folder in folders]
    refused = [start for start in starts if isinstance(start.exception(), WrongSecrets)]
    assert len(refused) == 1
    assert sorted(len(keys_in(folder)) for folder in folders) == [0, 3]


def test_an_empty_folder_on_old_data_stays_empty(database_url: str, tmp_path: Path) -> None:
    opened(database_url, tmp_path / "right")
    other = tmp_path / "other"
    with pytest.raises(WrongSecrets, match="missing: index-key, kek, name-key") as refused:
        opened(database_url, other)
    assert "CHEGUAN_SECRETS_DIR" in str(refused.value)
    assert not other.exists()


@pytest.mark.parametrize("file", ["kek", "index-key", "name-key"])
def test_any_key_that_is_another_is_named(database_url: str, tmp_path: Path, file: str) -> None:
    keys = opened(database_url, tmp_path).keys
    (tmp_path / file).write_bytes(bytes(32))
    with pytest.raises(WrongSecrets, match=f"another key: {file}") as refused:
        opened(database_url, tmp_path)
    assert not [key for key in keys.values() if key.hex() in str(refused.value)]


def test_a_key_that_others_can_read_is_refused(database_url: str, tmp_path: Path) -> None:
    opened(database_url, tmp_path)
    (tmp_path / "kek").chmod(0o644)
    with pytest.raises(KeyFileUnsafe, match="kek"):
        opened(database_url, tmp_path)


async def test_data_from_before_takes_the_keys_that_open_it(
    database_url: str, tmp_path: Path
) -> None:
    secrets = await with_an_application(database_url, tmp_path)
    (secrets / "name-key").unlink()
    forget_check_values(database_url)
    with pytest.raises(WrongSecrets, match="another key: index-key"):
        opened(database_url, with_another(secrets, "index-key", tmp_path / "index"))
    with pytest.raises(WrongSecrets, match="another key: kek"):
        opened(database_url, with_another(secrets, "kek", tmp_path / "kek"))
    with pytest.raises(WrongSecrets, match="missing: index-key, kek"):
        opened(database_url, tmp_path / "empty")
    keys = opened(database_url, secrets)
    assert keys.name == keys.of(SecretKind.INDEX)[1]


def with_another(secrets: Path, file: str, folder: Path) -> Path:
    copytree(secrets, folder)
    (folder / file).write_bytes(bytes(32))
    return folder


async def test_data_from_before_beside_an_empty_vault_is_refused(
    database_url: str, tmp_path: Path
) -> None:
    secrets = await with_an_application(database_url, tmp_path)
    forget_check_values(database_url)
    with psycopg.connect(database_url) as connection:
        connection.execute("DELETE FROM vault.data_key")
    with pytest.raises(WrongSecrets, match="VAULT_DATABASE_URL"):
        opened(database_url, secrets)


def test_the_service_says_so_in_a_line_and_starts_nothing(
    database_url: str, tmp_path: Path
) -> None:
    opened(database_url, tmp_path / "first" / "secrets")
    for verb in (("serve", "--demo-identities"), ("work", "timekeeper")):
        code, told = command(database_url, tmp_path / "second", *verb)
        assert code == 2
        assert told.startswith("cheguan: The keys in ")
        assert len(told.splitlines()) == 1
    assert not any((tmp_path / "second" / "secrets").iterdir())
