"""The simulated bank as a process of its own, as a demo starts it, and killed."""

from pathlib import Path
from uuid import UUID

import httpx
import pytest

from cheguan.bank_child import bank_beside
from cheguan.bank_client import bank_of
from cheguan.settings import Settings, UnsafeSettings, check_bank
from domain.orders.state import order_of
from domain.payments.port import BankAway
from tests.kit.banks import wanted
from tests.kit.waiting import until
from workers.banks.outside_bank import OutsideBank

CASE = UUID("0170a3c5-8c00-7000-8000-000000000001")


async def _answers(bank: OutsideBank) -> bool:
    try:
        await bank.known(CASE)
    except BankAway:
        return False
    return True


async def test_what_was_paid_is_known_after_the_bank_was_killed(tmp_path: Path) -> None:
    settings = Settings(secrets_dir=tmp_path / "secrets", demo=True)
    with bank_beside(settings) as beside:
        async with bank_of(beside.settings) as bank, httpx.AsyncClient(trust_env=False) as http:
            assert bank is not None
            first = await beside.process.start()
            try:
                await until(lambda: _answers(bank), 30)
                page = await bank.begin(wanted(CASE, 100))
                assert (await http.post(page)).status_code == 200
            finally:
                first.kill()
                await first.wait()
            second = await beside.process.start()
            try:
                await until(lambda: _answers(bank), 30)
                (payment,) = (await bank.known(order_of(CASE))).payments
                assert payment.amount_fen == 100
                assert (await http.post(page)).status_code == 200
                assert len((await bank.known(order_of(CASE))).payments) == 2
            finally:
                second.terminate()
                assert await second.wait() == 0


def test_payments_are_told_to_no_bank_over_an_open_channel() -> None:
    with pytest.raises(UnsafeSettings):
        check_bank(Settings(bank_url="http://bank.example"))
    check_bank(Settings(bank_url="https://bank.example"))


async def test_without_an_address_there_is_no_bank() -> None:
    async with bank_of(Settings()) as bank:
        assert bank is None
