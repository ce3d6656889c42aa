"""Keys are replaced while everything runs: nothing is lost, and nothing is out of sight."""

import asyncio
from pathlib import Path
from shutil import copy, copytree

import psycopg
import pytest

from cheguan.key_rotation import REPLACEABLE, begin, finish, prepare
from cheguan.key_standing import KeyStanding, key_standing
from cheguan.secrets import keys_in
from domain.identifiers.reference import draw
from domain.people import Role
from domain.secret_keys import SecretKind, SecretName
from tests.kit.operator import command
from tests.kit.served import Service, served
from tests.kit.vehicles import numbered


def quiet(done: int, of: int) -> None:
    """Nobody watches."""


def replace(url: str, folder: Path) -> None:
    assert begin(url, url, folder, REPLACEABLE)
    assert finish(url, url, folder, quiet) == []


def wrapped_by(url: str) -> dict[int, int]:
    with psycopg.connect(url) as connection:
        query = "SELECT wrapped_by, count(*) FROM vault.data_key GROUP BY 1"
        return dict(connection.execute(query).fetchall())


def standing(url: str, folder: Path) -> dict[str, KeyStanding]:
    return {row.file: row for row in key_standing(url, folder)}


async def submitted(service: Service, number: int) -> str:
    body = await service.example("plate_reissue")
    body["vehicle"] |= numbered(number)
    answer = await service.submit(body, f"key-{number}")
    assert answer.status_code == 201, answer.text
    case: str = answer.json()["id"]
    return case


async def found(service: Service) -> set[str]:
    """The cases of the example's person, whose number stays the same."""
    await service.fold()
    id_no = (await service.example("plate_reissue"))["applicant"]["id_no"]
    answer = await service.http.post(
        "/api/v1/cases/lookup",
        json={"id_no": id_no},
        headers={"authorization": service.bearer(Role.CLERK)},
    )
    assert answer.status_code == 200, answer.text
    return {line["case_id"] for line in answer.json()["cases"]}


async def name_of(service: Service, case: str) -> object:
    answer = await service.http.get(
        f"/api/v1/cases/{case}", headers={"authorization": service.bearer(Role.CLERK)}
    )
    return answer.json()["parts"]["applicant"]["name"]


async def test_a_process_that_runs_takes_the_new_keys_in_and_loses_nothing(
    database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path) as service:
        before = await submitted(service, 1)
        replace(database_url, tmp_path / "secrets")
        service.desk.keyring._known.clear()
        service.desk.keyring._ready.clear()
        after = await submitted(service, 2)
        assert await name_of(service, before) == await name_of(service, after) == "张*"
        assert await found(service) == {before, after}
    assert wrapped_by(database_url).keys() == {2}


async def test_what_is_written_meanwhile_is_all_stored_and_all_opens(
    database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path) as service:
        await submitted(service, 0)
        writing = asyncio.gather(*(submitted(service, number) for number in range(1, 40)))
        await asyncio.to_thread(replace, database_url, tmp_path / "secrets")
        service.desk.keyring._ready.clear()
        cases = [*await writing, await submitted(service, 40)]
        service.desk.keyring._known.clear()
        assert {await name_of(service, case) for case in cases} == {"张*"}
        assert set(cases) < await found(service)
    assert wrapped_by(database_url).keys() == {2}


async def test_a_process_that_has_not_noticed_yet_finds_what_another_wrote(
    database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path) as early:
        replace(database_url, tmp_path / "secrets")
        async with served(database_url, tmp_path) as late:
            case = await submitted(late, 1)
        assert await found(early) == {case}


async def test_whoever_has_guessed_too_often_gets_no_new_attempts_with_a_new_key(
    database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path) as service:
        guess = {"reference": draw(bytes(8)), "last_four": "0000"}
        for _ in range(5):
            assert (await service.http.post("/api/v1/tracking", json=guess)).status_code == 404
        await asyncio.to_thread(replace, database_url, tmp_path / "secrets")
        await service.desk.follow_keys()
        assert (await service.http.post("/api/v1/tracking", json=guess)).status_code == 429


async def test_under_every_index_key_a_vehicle_has_one_open_case(
    database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path) as service:
        await submitted(service, 1)
    replace(database_url, tmp_path / "secrets")
    async with served(database_url, tmp_path) as service:
        body = await service.example("plate_reissue")
        body["vehicle"] |= numbered(1)
        second = await service.submit(body, "second")
        assert (second.status_code, second.json()["type"]) == (409, "/problems/duplicate-open-case")


async def test_a_process_without_the_new_key_stores_nothing_under_the_old(
    database_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with served(database_url, tmp_path) as service:
        await submitted(service, 1)
        copytree(tmp_path / "secrets", tmp_path / "elsewhere")
        replace(database_url, tmp_path / "elsewhere")
        service.desk.keyring._ready.clear()
        body = await service.example("plate_reissue")
        body["vehicle"] |= numbered(2)
        turned_back = await service.submit(body, "without")
        assert turned_back.status_code == 503
        assert "missing: index-key-2, kek-2" in caplog.text
        for file in ("kek-2", "index-key-2"):
            copy(tmp_path / "elsewhere" / file, tmp_path / "secrets" / file)
        assert (await service.submit(body, "without")).status_code == 201
    assert wrapped_by(database_url).keys() == {2}


async def test_killed_in_the_middle_it_goes_on_where_it_was(
    database_url: str, tmp_path: Path
) -> None:
    secrets = tmp_path / "secrets"
    async with served(database_url, tmp_path) as service:
        case = await submitted(service, 1)
        while sum(wrapped_by(database_url).values()) < 2000:
            service.desk.keyring._ready.clear()
            service.desk.keyring.give_back(await service.desk.keyring.new_key())

        class Killed(Exception):
            """The process is gone."""

        def die(done: int, of: int) -> None:
            if done:
                raise Killed

        assert begin(database_url, database_url, secrets, REPLACEABLE)
        with pytest.raises(Killed):
            finish(database_url, database_url, secrets, die)
        assert wrapped_by(database_url).keys() == {1, 2}
        assert not standing(database_url, secrets)["kek"].is_well
        assert await name_of(service, case) == "张*"

        assert begin(database_url, database_url, secrets, REPLACEABLE) == []
        assert finish(database_url, database_url, secrets, quiet) == []
        service.desk.keyring._known.clear()
        assert await name_of(service, case) == "张*"
    assert wrapped_by(database_url).keys() == {2}
    assert "may be removed" in standing(database_url, secrets)["kek"].use
    (secrets / "kek").unlink()
    async with served(database_url, tmp_path) as service:
        assert await name_of(service, case) == "张*"


async def test_a_data_key_that_does_not_open_is_named_and_left_alone(
    database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path) as service:
        await submitted(service, 1)
    with psycopg.connect(database_url) as connection:
        spoil = """
        UPDATE vault.data_key SET wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))
        WHERE key_id = (SELECT min(key_id::text)::uuid FROM vault.data_key) RETURNING key_id"""
        [(key_id,)] = connection.execute(spoil).fetchall()
    code, told = command(database_url, tmp_path, "keys", "rotate", "kek")
    assert code == 1
    assert f"data key {key_id} cannot be opened" in told
    assert wrapped_by(database_url)[1] == 1
    code, told = command(database_url, tmp_path, "keys", "status")
    assert (code, "still needed" in told) == (1, True)


def test_an_operator_sees_what_is_needed_and_never_a_key(database_url: str, tmp_path: Path) -> None:
    _, told = command(database_url, tmp_path, "keys", "status")
    assert "has no keys yet" in told
    secrets = tmp_path / "secrets"
    code, prepared = command(database_url, tmp_path, "keys", "rotate", "--prepare")
    assert code == 0, prepared
    assert "kek-2" in prepared
    assert standing(database_url, secrets).keys() == {"kek", "index-key", "name-key"}
    made = (secrets / "kek-2").read_bytes()
    code, rotated = command(database_url, tmp_path, "keys", "rotate")
    assert code == 0, rotated
    assert (secrets / "kek-2").read_bytes() == made
    code, told = command(database_url, tmp_path, "keys", "status")
    assert code == 0, told
    for secret in keys_in(secrets).values():
        assert secret.hex() not in prepared + rotated + told
    (secrets / "kek-2").write_bytes(bytes(32))
    code, told = command(database_url, tmp_path, "keys", "status")
    assert (code, "another key" in told) == (1, True)


def test_files_are_prepared_once_and_used_by_nobody_before(
    database_url: str, tmp_path: Path
) -> None:
    first = prepare(database_url, database_url, tmp_path, [SecretKind.KEK])
    before = keys_in(tmp_path)
    assert first == prepare(database_url, database_url, tmp_path, [SecretKind.KEK])
    assert keys_in(tmp_path) == before
    assert begin(database_url, database_url, tmp_path, [SecretKind.KEK]) == first
    assert keys_in(tmp_path)[SecretName(SecretKind.KEK, 2)] == before[first[0]]
