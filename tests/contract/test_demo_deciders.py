"""In a demo somebody may enter as the traffic police of the city, who decide about its windows."""

import pytest

from tests.kit.page_office import Opened
from tests.kit.page_reading import Page
from tests.kit.visitors import visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(("known", "decides"), [("detachment", True), ("supervisor", False)])
async def test_of_the_demo_s_officers_the_detachment_decides_about_windows(
    office: Opened, known: str, decides: bool
) -> None:
    async with visiting(office) as browser:
        assert (await browser.post("/session", data={"as": known})).status_code == 303
        answer = await browser.get("/prefecture?region=410100")
        assert answer.status_code == 200
        offered = [a["href"] for a in Page(answer.text).all("a") if "decide=" in a["href"]]
        assert any("suspend-windows" in each for each in offered) is decides
        city = await browser.get("/prefecture?region=410300")
        assert "decide=" not in city.text
