"""A key of which no copy is left: two people say so, and the service goes on without it."""

from pathlib import Path

import pytest

from cheguan.key_check import WrongSecrets, checked
from cheguan.key_loss import NotLost, give_up
from cheguan.key_rotation import REPLACEABLE, begin, finish
from domain.people import Role
from tests.kit.operator import command
from tests.kit.served import Service, served
from tests.kit.vehicles import numbered

APPROVED = ("--approved-by", "one", "--approved-by", "other")


async def with_an_application(url: str, folder: Path) -> str:
    async with served(url, folder) as service:
        case: str = (await service.submitted())["id"]
    return case


async def shown(service: Service, case: str) -> tuple[set[str], set[str]]:
    """The parts that are shown, and those that are said to be closed."""
    answer = await service.http.get(
        f"/api/v1/cases/{case}", headers={"authorization": service.bearer(Role.CLERK)}
    )
    told = answer.json()
    return set(told["parts"]), set(told["unopened"])


async def test_without_the_kek_the_service_goes_on_under_another(
    database_url: str, tmp_path: Path
) -> None:
    case = await with_an_application(database_url, tmp_path)
    kek = tmp_path / "secrets" / "kek"
    kept = kek.read_bytes()
    kek.unlink()
    with pytest.raises(WrongSecrets, match="missing: kek"):
        checked(database_url, database_url, tmp_path / "secrets")
    assert command(database_url, tmp_path, "keys", "give-up", "kek", *APPROVED[:2])[0] == 2
    code, told = command(database_url, tmp_path, "keys", "give-up", "kek", *APPROVED)
    assert (code, "Made in its place: kek-2" in told) == (0, True), told
    assert command(database_url, tmp_path, "keys", "status")[0] == 0
    async with served(database_url, tmp_path) as service:
        assert await shown(service, case) == (set(), {"applicant", "vehicle", "delivery"})
        body = await service.example("plate_reissue")
        body["vehicle"] |= numbered(2)
        later = (await service.submit(body, "later")).json()["id"]
        assert (await shown(service, later))[1] == set()
    kek.write_bytes(kept)
    kek.chmod(0o600)
    async with served(database_url, tmp_path) as service:
        assert (await shown(service, case))[1] == set()


async def test_without_an_old_index_key_no_other_is_made(database_url: str, tmp_path: Path) -> None:
    secrets = tmp_path / "secrets"
    case = await with_an_application(database_url, tmp_path)
    begin(database_url, database_url, secrets, REPLACEABLE)
    finish(database_url, database_url, secrets, lambda done, of: None)
    (secrets / "index-key").unlink()
    assert give_up(database_url, secrets, "index-key", ["one", "other"]) == ""
    async with served(database_url, tmp_path) as service:
        assert (await shown(service, case))[1] == set()


async def test_without_the_name_key_claims_get_other_names(
    database_url: str, tmp_path: Path
) -> None:
    await with_an_application(database_url, tmp_path)
    (tmp_path / "secrets" / "name-key").unlink()
    made = give_up(database_url, tmp_path / "secrets", "name-key", ["one", "other"])
    assert made == "name-key"
    async with served(database_url, tmp_path) as service:
        again = await service.submit(await service.example("plate_reissue"), "again")
        assert again.status_code == 201


def test_what_is_not_lost_is_not_given_up(database_url: str, tmp_path: Path) -> None:
    checked(database_url, database_url, tmp_path)
    for file, why in (("kek", "is the right one"), ("kek-7", "has no key kek-7")):
        with pytest.raises(NotLost, match=why):
            give_up(database_url, tmp_path, file, ["one", "other"])
    (tmp_path / "kek").write_bytes(bytes(32))
    with pytest.raises(NotLost, match="is another key"):
        give_up(database_url, tmp_path, "kek", ["one", "other"])
