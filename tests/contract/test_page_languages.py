"""Every page is whole in both languages: what stands in the other one is a name, and marked."""

import re
from typing import Final

import httpx
import pytest

from api.pages.desk.queue_lines import NAMES
from api.pages.kit.questionnaire.steps import steps_of
from domain.offices.tree import ZHENGZHOU, detachment_of
from domain.people import Role
from domain.services.catalogue import CATALOGUE, OPEN_SERVICES
from tests.contract.test_pages import OPEN_PAGES
from tests.kit.page_languages import foreign
from tests.kit.page_office import ID_NO, Opened
from tests.kit.visitors import visiting

_NAMES: Final = frozenset(
    {
        *("JSON", "OpenAPI", "API", "JPG", "JPEG", "PNG", "PDF", "EMS", "UUID", "VIN"),
        *("bhljdchp", "test", "clerk", "leader"),
    }
)
"""Words of Chinese pages that are the names of things everywhere, or of people of this office."""
_TECHNICAL: Final = ("/reference", "/problems")


def test_what_is_left_untranslated_is_found() -> None:
    page = '<html lang="{}"><p aria-label="{}">{}</p><p lang="{}">{}</p></html>'
    found = {
        language: list(foreign(page.format(*said), _NAMES))
        for language, said in {
            "en": ("en", "Refused", "已办结", "zh-CN", "张三"),
            "zh": ("zh-CN", "Progress", "查询码 7K3M-9QXP JSON", "en", "English"),
        }.items()
    }
    assert found == {"en": ["已办结: 已办结"], "zh": ["Progress: Progress"]}


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_nothing_is_left_untranslated(office: Opened, language: str) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        for path in (
            *OPEN_PAGES,
            "/audit",
            f"/audit?case={office.case}",
            "/nowhere",
            *(f"/services/{code}" for code in CATALOGUE),
        ):
            query = ("&" if "?" in path else "?") + f"lang={language}"
            page = (await browser.get(path + query)).text
            technical = path.startswith(_TECHNICAL)
            assert list(foreign(page, _NAMES, technical=technical)) == [], path


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("reference", ["", "0000-0000-0000-0", "that of the office"])
async def test_nothing_is_left_untranslated_of_what_is_tracked(
    office: Opened, language: str, reference: str
) -> None:
    async with visiting(office) as browser:
        known = reference.startswith("that")
        sent = {"reference": office.reference if known else reference, "last_four": ID_NO[-4:]}
        page = (await browser.post(f"/track?lang={language}", data=sent)).text
        assert list(foreign(page, _NAMES)) == []


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_nothing_is_left_untranslated_of_what_an_applicant_fills_in(
    office: Opened, language: str
) -> None:
    """A page is read as it tells what is missing, or as it asks where nothing can be missing."""
    async with visiting(office) as browser:
        for path in ("/apply", "/apply?q=x", "/apply/plate_reissue"):
            assert await _foreign(browser, path, language) == [], path
        await browser.post("/session", data={"as": "citizen"})
        for code in OPEN_SERVICES:
            assert await _foreign(browser, f"/apply/{code}", language) == [], code
            for step in steps_of(CATALOGUE[code].form):
                path = f"/apply/{code}/{step.key}"
                answer = await browser.post(f"{path}?lang={language}", data={"sent": "1"})
                if answer.is_redirect:
                    assert await _foreign(browser, path, language) == [], path
                else:
                    assert list(foreign(answer.text, _NAMES)) == [], path


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_nothing_is_left_untranslated_of_what_a_city_decides(
    office: Opened, language: str
) -> None:
    detachment = detachment_of(ZHENGZHOU)
    async with visiting(office, Role.SUPERVISOR, detachment) as browser:
        page = (await browser.get("/prefecture")).text
        decisions = set(re.findall(r"decide=([a-z-]+)", page))
        assert decisions
        for path in ("/prefecture", *(f"/prefecture?decide={each}" for each in decisions)):
            assert await _foreign(browser, path, language) == [], path
        for each in decisions:
            sent = {"region": "410100", "decide": each, "act": "preview", "version": "0"}
            page = (await browser.post(f"/prefecture?lang={language}", data=sent)).text
            assert list(foreign(page, _NAMES)) == [], each


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("role", [Role.CLERK, Role.SUPERVISOR])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_nothing_is_left_untranslated_of_the_desk(
    office: Opened, language: str, role: Role
) -> None:
    async with visiting(office, role, ZHENGZHOU) as browser:
        case = f"/desk/case/{office.case}"
        for path in ("/desk", *(f"/desk?queue={name}" for name in NAMES), case):
            assert await _foreign(browser, path, language) == [], path
        for number in ("", "nowhere"):
            sent = {"act": "find", "number": number}
            page = (await browser.post(f"/desk?lang={language}", data=sent)).text
            assert list(foreign(page, _NAMES)) == [], number


async def _foreign(browser: httpx.AsyncClient, path: str, language: str) -> list[str]:
    query = ("&" if "?" in path else "?") + f"lang={language}"
    answer = await browser.get(path + query, follow_redirects=True)
    assert answer.status_code == 200, path
    return list(foreign(answer.text, _NAMES))
