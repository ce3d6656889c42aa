"""A process that is killed while it takes a file in leaves it in quarantine, and nothing else."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from domain.event_store.transaction import Connection
from domain.event_store.upload_keeping import UploadKeeping
from tests.kit import files
from tests.kit.served import served
from tests.kit.uploading import PDF, form_with, upload
from workers.upload_sweep import scan, sweep

ROOT: Final = Path(__file__).resolve().parents[3]
PROGRAM: Final = """
import asyncio, sys
from pathlib import Path
from tests.kit import files
from tests.kit.served import served
from tests.kit.uploading import PDF, upload

async def main(url, folder):
    async with served(url, Path(folder)) as service:
        print((await upload(service, files.PDF, PDF)).text)

asyncio.run(main(*sys.argv[1:]))
"""


def killed(url: str, folder: Path, point: str) -> None:
    """Uploads in a process of its own, which dies at this point before it answers."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, url, str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "FAILPOINTS": f"{point}:kill"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=False,
    )
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, b"")


async def kept(connection: Connection) -> list[tuple[str, str]]:
    cursor = await connection.execute(
        "SELECT sha256, scan FROM vault.upload WHERE owner = 'applicant:reader'"
    )
    return [(name.hex(), scan) for name, scan in await cursor.fetchall()]


@pytest.mark.parametrize("point", ["U1", "U2"])
async def test_what_was_stored_and_not_released_serves_no_form_until_it_is_scanned(
    database_url: str, tmp_path: Path, connection: Connection, point: str
) -> None:
    """U1: it is stored, and nothing names it. U2: it is scanned, and that is not noted."""
    killed(database_url, tmp_path, point)
    ((name, state),) = await kept(connection)
    assert state == "pending"
    keeping = UploadKeeping(database_url)
    async with served(database_url, tmp_path) as service:
        document = {"kind": "id_front", "sha256": name, "media_type": PDF, "size": 1}
        body = await form_with(service, document)
        refused = await service.submit(body, "a-form")
        assert [each["rule"] for each in refused.json()["defects"]] == ["document_quarantined"]
        again = await upload(service, files.PDF, PDF)
        assert (again.status_code, again.json()["scan"]) == (200, "pending")
        await scan(keeping, service.desk.custody, timedelta(0))
        assert await kept(connection) == [(name, "none")]
        assert (await service.submit(body, "a-form")).status_code == 201
    await keeping.close()


async def test_what_nobody_comes_back_for_is_gone_in_time(
    database_url: str, tmp_path: Path, connection: Connection
) -> None:
    killed(database_url, tmp_path, "U1")
    await connection.execute(
        "UPDATE vault.upload SET uploaded_at = uploaded_at - interval '8 days' WHERE owner <> ''"
    )
    keeping = UploadKeeping(database_url)
    async with served(database_url, tmp_path) as service:
        assert await sweep(connection, keeping, service.desk.codec) == 1
    assert await kept(connection) == []
    await keeping.close()
