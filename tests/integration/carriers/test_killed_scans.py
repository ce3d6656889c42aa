"""Whatever is killed between the signature and the deletion of the body, a scan counts once."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from domain.event_store.transaction import Connection
from domain.parcels.reasons import ScanStatus
from domain.parcels.state import parcel_of
from tests.faults.sizes import FULL
from tests.kit import callbacks as kit
from tests.kit.carrier_callbacks import carrier_called, scanned, scans_settled
from tests.kit.carriers import carriers_and_service
from tests.kit.waiting import until

ROOT: Final = Path(__file__).resolve().parents[3]
PROGRAM: Final = """
import asyncio, sys
from pathlib import Path
from tests.kit.carrier_callbacks import carrier_called, scans_settled
from tests.kit.served import served

async def main(url, folder, body):
    async with served(url, Path(folder)) as service:
        body = bytes.fromhex(body)
        print((await carrier_called(service, "m-1", body)).status_code, flush=True)
        print(await scans_settled(service), flush=True)

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


@pytest.mark.parametrize("_", range(5 if FULL else 1))
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
async def test_a_scan_is_recorded_once(
    database_url: str,
    tmp_path: Path,
    connection: Connection,
    point: str,
    said: list[str],
    kept: list[tuple[str, bool, bool, str | None]],
    _: int,
) -> None:
    """C1: its signature is checked. C2: it is kept, not answered. C3: it is answered, and a
    worker has it. C4: the command is stored. C5: the body is deleted, its key is not."""
    async with carriers_and_service(database_url, tmp_path) as post:
        case = await post.posted()
        parcel, now = parcel_of(case, 1), post.office.now
        body = scanned(parcel, (await post.parcel(case)).item_no, now)
    assert killed(database_url, tmp_path, body, point) == said
    assert await kit.rows(connection) == kept
    async with carriers_and_service(database_url, tmp_path) as post:
        service = post.office.service
        # Whoever has had no answer sends it again, and so may whoever has.
        assert (await carrier_called(service, "m-1", body)).status_code == 202

        async def over() -> bool:
            await scans_settled(service)
            await service.desk.inbox.tidy(10)
            return await kit.rows(connection) == [("m-1", False, False, None)]

        await until(over, 20)
        scans = (await post.parcel(case)).scans
        assert [(each.id, each.status) for each in scans] == [("scan-1", ScanStatus.COLLECTED)]
        assert await kit.keys_of_messages(connection) == 0
