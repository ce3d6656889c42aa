"""``cheguan store``: it explains itself, and says what it did."""

from pathlib import Path
from uuid import uuid4

import pytest
from typer.testing import CliRunner

from cheguan.cli import app
from domain.aggregates import CODEC
from domain.event_store.pending import Appended
from domain.event_store.store import open_store
from tests.kit.backup import backup, restore
from tests.kit.envelopes import pending
from tests.kit.operator import store_command


async def append(url: str, folder: Path, commands: int) -> list[str]:
    """The ids of so many commands, acknowledged."""
    asked = [pending(uuid4(), after=0) for _ in range(commands)]
    async with open_store(url, CODEC, known=folder / "known") as store:
        for each in asked:
            assert isinstance(await store.append(each), Appended)
    return [str(each.command_id) for each in asked]


async def test_events_are_brought_back_from_a_copy_by_one_command(
    postgres_server: str, database_url: str, tmp_path: Path
) -> None:
    await append(database_url, tmp_path, 2)
    with backup(postgres_server, database_url) as older:
        lost = await append(database_url, tmp_path, 25)
        with backup(postgres_server, database_url) as newest:
            restore(postgres_server, database_url, older)

            code, told = store_command(database_url, tmp_path, "status")
            assert code == 1
            assert "missing: positions 3 to 27, 25 events" in told
            assert "… and 5 more: --all" in told
            assert sum(command in told for command in lost) == 20

            code, told = store_command(database_url, tmp_path, "reconcile", "--from", older)
            assert code == 1
            assert "Nothing was changed: the copy ends at 2, before 27." in told

            code, told = store_command(database_url, tmp_path, "reconcile", "--from", newest)
            assert code == 0
            assert "25 events were brought back." in told
            assert "open for writing, in the same epoch" in told
    await append(database_url, tmp_path, 1)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("status", "Changes nothing"),
        ("reconcile", "same epoch"),
        ("new-epoch", "cannot be undone"),
    ],
)
def test_each_command_says_what_it_does(command: str, words: str) -> None:
    told = CliRunner().invoke(app, ["store", command, "--help"], env={"COLUMNS": "200"})
    assert told.exit_code == 0
    assert words in " ".join(told.output.split())


@pytest.mark.parametrize("approvers", [["one"], ["one", "one"]])
def test_nobody_opens_an_epoch_alone(approvers: list[str]) -> None:
    approving = [part for each in approvers for part in ("--approved-by", each)]
    told = CliRunner().invoke(app, ["store", "new-epoch", "--reason", "drill", *approving])
    assert told.exit_code == 2
    assert "two different people" in " ".join(told.output.split())
