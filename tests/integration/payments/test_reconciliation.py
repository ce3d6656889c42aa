"""``cheguan orders``: the bank's statement against our books, and the takings of a day."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest

from cheguan.bank.statement import statement
from tests.kit import callbacks as kit
from tests.kit.banks import BankAndService, bank_and_service

ROOT: Final = Path(__file__).resolve().parents[3]


@pytest.fixture
async def both(database_url: str, tmp_path: Path) -> AsyncIterator[BankAndService]:
    async with bank_and_service(database_url, tmp_path) as made:
        yield made


def orders(url: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cheguan", "orders", *arguments],
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


async def test_equal_books_agree_and_every_difference_is_named(
    both: BankAndService, database_url: str, tmp_path: Path
) -> None:
    case, amount = await kit.owed(both.service)
    await both.pay(case, amount)
    await both.pay(case, amount)
    await both.settle()
    file = tmp_path / "statement.csv"
    file.write_text(statement(both.ledger, kit.DAY), encoding="utf-8")
    agreed = orders(database_url, tmp_path, "reconcile", str(file))
    assert (agreed.returncode, agreed.stdout) == (0, "")
    assert "3 lines of the bank, 0 differences" in agreed.stderr

    # The bank has a payment of which nobody has told us, and knows another under another sum.
    await both.pay(case, amount)
    lines = statement(both.ledger, kit.DAY).replace(f"{amount},", "1,", 1)
    file.write_text(lines, encoding="utf-8")
    differs = orders(database_url, tmp_path, "reconcile", str(file))
    assert differs.returncode == 1
    assert differs.stdout.splitlines() == [
        f"B20200224-000001  金额不一致 (the sums differ)  1 / {amount} fen",
        "B20200224-000003  银行已记账，我方未登记 (the bank has it, and we do not)  "
        f"{amount} / – fen",
    ]

    file.write_text("day,kind\n", encoding="utf-8")
    assert orders(database_url, tmp_path, "reconcile", str(file)).returncode == 2


async def test_the_treasury_is_told_what_each_office_took_and_gave_back(
    both: BankAndService, database_url: str, tmp_path: Path
) -> None:
    case, amount = await kit.owed(both.service)
    await both.pay(case, amount)
    await both.pay(case, amount)
    await both.settle()
    told = orders(database_url, tmp_path, "takings", "2020-02-24")
    assert told.stdout.splitlines() == [
        "first,last,office,charge,online_fen,cash_fen,card_fen,by_post_fen,at_bank_fen,undue_fen,"
        "back_fen,paid_over_fen,net_fen",
        f"2020-02-24,2020-02-24,410100,fee,{2 * amount},0,0,0,0,0,{amount},0,{amount}",
    ]
    month = orders(database_url, tmp_path, "takings", "2020-02-01", "2020-02-29")
    assert month.stdout.splitlines()[1].split(",")[2:] == told.stdout.splitlines()[1].split(",")[2:]
    assert len(orders(database_url, tmp_path, "takings", "2020-02-25").stdout.splitlines()) == 1
    assert orders(database_url, tmp_path, "takings", "2020-02-25", "2020-02-24").returncode == 2
