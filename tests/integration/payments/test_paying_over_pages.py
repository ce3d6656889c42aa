"""The page of a fee leads to the bank, and whoever comes back from there has paid."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.kit import callbacks as kit
from tests.kit.applicants import HERE, browsing, opened, submitted, walked
from tests.kit.banks import BankAndService, bank_and_service


@dataclass
class Applied:
    """Somebody who has applied, the page that he sees then, and that on which he pays."""

    both: BankAndService
    browser: httpx.AsyncClient
    done: str
    pay: str

    async def address(self) -> str:
        """Where the page of the fee leads."""
        _, found = await opened(self.browser, self.pay)
        (address,) = [link for link in found.links if link.startswith("http://bank/pay/")]
        return address


@pytest.fixture
async def applied(database_url: str, tmp_path: Path) -> AsyncIterator[Applied]:
    async with (
        bank_and_service(database_url, tmp_path) as both,
        browsing(both.service) as browser,
    ):
        check = await walked(browser, "plate_reissue", await both.service.example("plate_reissue"))
        done = (await submitted(browser, check)).headers["location"]
        yield Applied(both, browser, done, done.replace("/done/", "/pay/"))


async def test_whoever_comes_back_from_the_bank_has_paid_before_it_calls(
    applied: Applied,
) -> None:
    asking = await applied.both.http.get(await applied.address())
    assert f'href="{HERE}{applied.done}"' in asking.text
    assert (await applied.both.http.post(await applied.address())).status_code == 200
    back, found = await opened(applied.browser, applied.done)
    assert "已缴费" in back.text
    assert applied.pay not in found.links
    await applied.both.settle()
    assert await kit.settled(applied.both.service) == 0
    assert "已缴费" in (await opened(applied.browser, applied.pay))[0].text


async def test_whoever_comes_back_without_paying_is_told_when_it_is_known(
    applied: Applied,
) -> None:
    await applied.address()
    back, found = await opened(applied.browser, applied.done)
    assert "最迟于 2020年2月24日 09:15 确定是否扣款" in back.text
    assert applied.pay in found.links


async def test_the_button_of_the_demonstration_is_none_where_there_is_a_bank(
    applied: Applied,
) -> None:
    answer = await applied.browser.post(applied.pay)
    assert answer.status_code == 404
    assert "还需缴费" in (await opened(applied.browser, applied.done))[0].text


async def test_a_bank_that_is_away_charges_nobody(applied: Applied) -> None:
    applied.both.line.cut = True
    page, found = await opened(applied.browser, applied.pay)
    assert "您没有被扣款" in page.text
    assert not [link for link in found.links if link.startswith("http://bank")]
    assert "2020年2月25日 10:00" in (await opened(applied.browser, applied.done))[0].text
