"""A fine is paid on the bank's own pages, and what came of it agrees in all books."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import httpx
from playwright.sync_api import Browser, Locator, Page, expect

from cheguan.bank_secrets import TOKEN
from tests.browser.site import Site
from tests.browser.test_mine import sign_in
from tests.browser.test_pages import OVERFLOW, opened, violated
from tests.kit.page_office import NAME, NOW

PAY: Final = 'main a.button[href^="/apply/pay/"]'
RECEIPT: Final = 'dt:has-text("缴款凭证（电子票据）编号") + dd'
GO_ON: Final = "form.step button:last-of-type"
BOOKED: Final = "银行流水号"
ROOT: Final = Path(__file__).resolve().parents[2]


def on(page: Page, place: str = GO_ON) -> None:
    with page.expect_navigation():
        page.click(f"{place} >> nth=0")


def asked_for(page: Page, site: Site) -> str:
    """From the decision to the end of the form. The address of the case that pays the fine."""
    sign_in(page, site)
    on(page, 'ol.queue li:has(.left:has-text("办结")) a')
    on(page, "section:has(#fine) button")
    for _ in range(8):
        if page.locator("[name=agreed]").count():
            break
        for name, answer in (
            ("applicant.id_no", "410102199202291236"),
            ("applicant.name", NAME),
            ("applicant.mobile", "13800001234"),
            ("payer.name", NAME),
        ):
            field = page.locator(f'[name="{name}"]')
            if field.count():
                field.fill(answer)
        for name in ("applicant.id_type", "payment_channel"):
            if (choices := page.locator(f'[name="{name}"]')).count():
                choices.first.check()
        on(page)
    page.check("[name=agreed]")
    on(page)
    on(page)
    expect(page.locator(".reference")).to_have_count(1)
    return page.url.replace("/apply/done/", "/mine/")


def shown(page: Page, case: str, place: str) -> Locator:
    """Opens the case until something stands there. The office works on it meanwhile."""
    found = page.locator(place)
    until = time.monotonic() + 60
    while True:
        page.goto(case)
        if found.count():
            return found
        assert time.monotonic() < until, page.inner_text("main")


def paid(page: Page, site: Site, total: str) -> str:
    """From the page of the fee to the bank, and back. Returns the reference of the bank."""
    on(page, f'main a.button[href^="{site.bank}/pay/"]')
    expect(page.locator(".amount")).to_have_text(f"¥ {total}")
    on(page, "form button")
    expect(page.locator("h1")).to_contain_text("支付成功")
    reference = page.inner_text(f'dt:has-text("{BOOKED}") + dd')
    on(page, "a.button")
    expect(page.locator(".banner.success")).to_contain_text(f"{total} 元")
    return reference


def orders(site: Site, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cheguan", "orders", *arguments],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": site.database,
            "CHEGUAN_SECRETS_DIR": str(site.secrets),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def statement(site: Site) -> str:
    """What the bank has booked today, as it sends it to the office."""
    token = (site.secrets / TOKEN).read_text("ascii").strip()
    known = {"authorization": f"Bearer {token}"}
    address = f"{site.bank}/statements/{NOW.date()}"
    return httpx.get(address, headers=known, trust_env=False).raise_for_status().text


def looked_at(page: Page) -> None:
    assert page.evaluate(OVERFLOW) <= 0, page.url
    assert violated(page) == [], page.url


def test_a_fine_is_asked_for_and_the_way_to_the_bank_shuts_nobody_out(
    browser: Browser, bank_site: Site
) -> None:
    with opened(browser, 360) as page:
        case = asked_for(page, bank_site)
        shown(page, case, PAY)
        looked_at(page)
        on(page, PAY)
        looked_at(page)
        on(page, f'main a.button[href^="{bank_site.bank}/pay/"]')
        looked_at(page)
        on(page, "main p a")
        expect(page.locator(".banner.warning")).to_contain_text("100.00 元")
        looked_at(page)
        on(page, 'main a.button[href^="/apply/pay/"]')
        paid(page, bank_site, "100.00")
        looked_at(page)
        receipt = shown(page, case, RECEIPT)
        expect(receipt).to_have_text(re.compile(r"\d{14,20}"))
        looked_at(page)


def test_a_late_fine_is_paid_without_scripts_and_agrees_in_all_books(
    browser: Browser, bank_site: Site, tmp_path: Path
) -> None:
    with opened(browser, 1400, java_script_enabled=False) as page:
        sign_in(page, bank_site)
        on(page, 'ol.queue li:has(.left:has-text("待缴费")) a')
        case = page.url
        on(page, PAY)
        reference = paid(page, bank_site, "260.00")
        shown(page, case, RECEIPT)
        expect(page.locator("section:has(#penalty-decision)")).to_contain_text("260.00 元")
    file = tmp_path / "statement.csv"
    file.write_text(statement(bank_site), encoding="utf-8")
    lines = file.read_text("utf-8").splitlines()[1:]
    assert [line for line in lines if reference in line and ",26000," in line]
    agreed = orders(bank_site, "reconcile", str(file))
    assert (agreed.returncode, agreed.stdout) == (0, ""), agreed.stderr
    assert f"{len(lines)} lines of the bank, 0 differences" in agreed.stderr
    taken = orders(bank_site, "takings", str(NOW.date())).stdout.splitlines()
    (fines,) = [line.split(",") for line in taken if ",fine," in line]
    sums = [int(line.split(",")[-2]) for line in lines]
    assert int(fines[4]) == sum(sums), (taken, lines)
