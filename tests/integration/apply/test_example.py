"""In a demonstration the example of a service is filled in by a button, and only there."""

from dataclasses import replace
from pathlib import Path

from domain.people import Role
from tests.kit.own_pages import look, send
from tests.kit.page_office import page_office
from tests.kit.served import served
from tests.kit.visitors import visiting

START = "/apply/plate_reissue"


async def test_whoever_tries_it_out_goes_on_with_the_papers(
    database_url: str, tmp_path: Path
) -> None:
    async with (
        page_office(database_url, tmp_path) as office,
        visiting(office, Role.APPLICANT) as browser,
    ):
        page = (await browser.get(f"{START}?lang=zh")).text
        assert f'action="{START}/example"' in page
        filled = await browser.post(f"{START}/example")
        assert (filled.status_code, filled.headers["location"]) == (303, f"{START}/documents")
        begun = (await browser.get(f"{START}?lang=zh")).text
        assert "您上次没有填完" in begun
        assert f'action="{START}/example"' not in begun
        first = (await browser.get(f"{START}/applicant?lang=zh")).text
        assert 'value="张三"' in first


async def test_in_earnest_nobody_is_offered_it(database_url: str, tmp_path: Path) -> None:
    async with served(
        database_url, tmp_path, changed=lambda made: replace(made, demo_issuer=None)
    ) as service:
        assert "/example" not in (await look(service, START)).text
        assert (await send(service, f"{START}/example", {})).status_code == 404
