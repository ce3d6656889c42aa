"""``cheguan orders settle``: what the post pays over is booked once, and what it keeps is named."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final
from uuid import UUID

import pytest

from domain.case.delivery.commands import RecordDelivery
from domain.collections.collection import COLLECTION
from domain.collections.state import CollectionStage, collection_of
from domain.identifiers import postal_item
from domain.people import system
from tests.kit.life import CARRIER
from tests.kit.parcels import PostOffice, post_office

ROOT: Final = Path(__file__).resolve().parents[3]
HEADER: Final = "statement_no,settled_on,collected_on,item_no,amount_fen"
PAID, KEPT = postal_item.make(serial=11), postal_item.make(serial=12)


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[PostOffice]:
    async with post_office(database_url, tmp_path) as made:
        yield made


async def collected(office: PostOffice, item_no: str) -> tuple[UUID, int]:
    """A case whose recipient has paid at the door, and how much."""
    case = await office.in_post(item_no, "on_delivery")
    owed = (await office.opened(case)).state.payable_fen
    assert owed > 0
    await office.does(case, CARRIER, RecordDelivery(id_seen=True, collected_fen=owed))
    return collection_of(case, item_no), owed


async def settle(url: str, folder: Path, *lines: str) -> subprocess.CompletedProcess[str]:
    file = folder / "settlement.csv"
    file.write_text("\n".join((HEADER, *lines, "")), encoding="utf-8")
    return await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "cheguan", "orders", "settle", str(file)],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": url,
            "CHEGUAN_DATA": str(folder),
        },
        capture_output=True,
        text=True,
        check=False,
    )


async def stage_of(office: PostOffice, stream: UUID) -> CollectionStage:
    opened, _ = await office.service.desk.door.open(COLLECTION, stream, system("test"))
    return opened.state.stage


async def test_a_statement_is_booked_once_and_every_difference_is_named(
    office: PostOffice, database_url: str, tmp_path: Path
) -> None:
    paid, amount = await collected(office, PAID)
    kept, other = await collected(office, KEPT)
    today = office.service.desk.today
    line = f"YZ-1,{today},{today},{PAID},{amount}"
    told = await settle(database_url, tmp_path, line)
    assert told.stdout.splitlines() == [
        f"{KEPT}  邮政已代收，结算单没有 (the post has collected it, and does not pay)  "
        f"– / {other} fen"
    ], told.stderr
    assert told.returncode == 1
    assert "YZ-1: 1 lines of the post, 1 booked, 0 booked before, 1 differences." in told.stderr
    assert await stage_of(office, paid) is CollectionStage.SETTLED
    assert await stage_of(office, kept) is CollectionStage.OWED

    # The same file again books nothing, and with the missing line nothing is left.
    again = await settle(database_url, tmp_path, line)
    assert "0 booked, 1 booked before, 1 differences" in again.stderr
    whole = await settle(database_url, tmp_path, line, f"YZ-1,{today},{today},{KEPT},{other}")
    assert (whole.returncode, whole.stdout) == (0, "")
    assert "1 booked, 1 booked before, 0 differences" in whole.stderr
    opened, history = await office.service.desk.door.open(COLLECTION, paid, system("test"))
    assert len(history) == opened.version == 2

    # Another statement cannot pay for it again.
    twice = await settle(database_url, tmp_path, line.replace("YZ-1", "YZ-2"))
    assert "已在其他结算单中结付" in twice.stdout
    assert (await settle(database_url, tmp_path, "YZ-3")).returncode == 2
