"""Whatever is killed between the signature and the deletion of the body, money counts once."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from domain.aggregates import CODEC
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from domain.orders.state import OrderStage
from tests.kit import callbacks as kit
from tests.kit.served import served
from tests.kit.waiting import until
from workers.concerned import CONCERNED
from workers.reactor import Reactor

ROOT: Final = Path(__file__).resolve().parents[3]
PROGRAM: Final = """
import asyncio, sys
from pathlib import Path
from tests.kit import callbacks as kit
from tests.kit.served import served

async def main(url, folder, body):
    async with served(url, Path(folder)) as service:
        print((await kit.called(service, "m-1", bytes.fromhex(body))).status_code, flush=True)
        print(await kit.settled(service), flush=True)

asyncio.run(main(*sys.argv[1:]))
"""


def killed(url: str, folder: Path, body: bytes, point: str) -> list[str]:
    """A process takes the callback and settles it, until it dies. What it has said by then."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, url, str(folder), body.hex()],
        env={**os.environ, "PYTHONPATH": str(ROOT), "FAILPOINTS": f"{point}:kill"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    return done.stdout.decode().split()


@pytest.mark.parametrize(
    ("point", "said", "kept"),
    [
        ("C1", [], []),
        ("C2", [], [("m-1", True, True, None)]),
        ("C3", ["202"], [("m-1", True, True, None)]),
        ("C4", ["202"], [("m-1", True, True, None)]),
        ("C5", ["202"], [("m-1", False, True, None)]),
    ],
)
async def test_order_case_and_bank_agree(
    database_url: str,
    tmp_path: Path,
    connection: Connection,
    point: str,
    said: list[str],
    kept: list[tuple[str, bool, bool, str | None]],
) -> None:
    """C1: its signature is checked. C2: it is kept, not answered. C3: it is answered, and a
    worker has it. C4: the command is stored. C5: the body is deleted, its key is not."""
    async with served(database_url, tmp_path) as service:
        case, amount = await kit.owed(service)
        body = kit.paid(case, amount, "B-1")
    assert killed(database_url, tmp_path, body, point) == said
    assert await kit.rows(connection) == kept
    async with served(database_url, tmp_path) as service:
        # Whoever has had no answer sends it again, and so may whoever has.
        assert (await kit.called(service, "m-1", body)).status_code == 202

        async def over() -> bool:
            await kit.settled(service)
            await service.desk.inbox.tidy(10)
            return await kit.rows(connection) == [("m-1", False, False, None)]

        await until(over, 20)
        reactor = Reactor(database_url, CODEC, service.desk.door, CONCERNED)
        await reactor.catch_up()
        await reactor.close()
        order = await kit.order(service, case)
        assert (order.stage, order.received_fen, order.refunded_fen) == (
            OrderStage.PAID,
            amount,
            0,
        )
        assert await kit.stage_and_paid(service, case) == (Stage.SUBMITTED, amount)
        assert await kit.keys_of_messages(connection) == 0
