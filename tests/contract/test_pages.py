"""The pages: two languages, no script, and nothing from elsewhere."""

import re
from html import unescape
from itertools import pairwise

import pytest

from api.pages.kit.assets import BY_HASHED
from domain.people import Role
from domain.services.catalogue import CATALOGUE, OPEN_SERVICES
from domain.titles import Language
from tests.kit.page_office import Opened
from tests.kit.page_reading import Page
from tests.kit.visitors import visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")

OPEN_PAGES = (
    "/",
    "/track",
    "/openings",
    "/openings?region=410300&service=temp_plate&on=2020-02-24",
    "/dashboard",
    "/dashboard?period=today&detail=1&paused=1",
    "/dashboard?screen=wall",
    "/bulletin",
    "/bulletin/2020-03-06",
    "/bulletin/2020-03-06/410100",
    "/services",
    "/services/plate_reissue",
    "/problems",
    "/problems/moved-on",
    "/design",
    "/design?screen=wall",
    "/design?screen=paper",
    "/reference",
    "/reference/submitApplication",
)


async def test_every_page_stands_in_both_languages_and_brings_nothing_from_elsewhere(
    office: Opened,
) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        for path in (*OPEN_PAGES, "/audit", f"/audit?case={office.case}", "/audit?case=x"):
            for language, tag in (("zh", "zh-CN"), ("en", "en")):
                query = ("&" if "?" in path else "?") + f"lang={language}"
                answer = await browser.get(path + query)
                assert answer.status_code == (404 if path.endswith("=x") else 200), path
                assert answer.headers["content-language"] == tag
                page = Page(answer.text)
                assert page.all("html")[0]["lang"] == tag
                assert len(page.all("h1")) == 1
                assert not page.all("style") + page.all("iframe")
                for script in page.all("script"):
                    assert script.keys() == {"type", "src"}, path
                    assert script["type"] == "module", path
                for name, attributes in page.elements:
                    assert not [a for a in attributes if a == "style" or a.startswith("on")], name
                    target = attributes.get("href", attributes.get("src", attributes.get("action")))
                    assert target is None or re.match(r"/(?!/)|#", target), target


async def test_the_language_and_the_text_size_are_remembered(office: Opened) -> None:
    async with visiting(office) as browser:
        assert Page((await browser.get("/")).text).all("html")[0]["lang"] == "zh-CN"
        answer = await browser.get("/services?lang=en&size=large")
        for cookie in answer.headers.get_list("set-cookie"):
            assert cookie.startswith("__Host-cheguan-")
            told = {part.lower() for part in cookie.split("; ")}
            assert {"secure", "httponly", "samesite=lax", "path=/"} <= told
            assert "domain" not in cookie.lower()
        html = Page((await browser.get("/track")).text).all("html")[0]
        assert (html["lang"], html["class"].strip()) == ("en", "large")
        assert (await browser.get("/track?lang=zh")).headers["content-language"] == "zh-CN"


async def test_without_a_choice_the_browser_says_which_language(office: Opened) -> None:
    async with visiting(office) as browser:
        answer = await browser.get("/", headers={"accept-language": "en-GB,zh;q=0.5"})
        assert answer.headers["content-language"] == "en"
        assert (await browser.get("/?lang=fr")).headers["content-language"] == "zh-CN"


async def test_headings_go_down_one_step_at_a_time_and_tables_say_what_they_are(
    office: Opened,
) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        for path in (*OPEN_PAGES, f"/audit?case={office.case}"):
            page = Page((await browser.get(path)).text)
            levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
            assert all(b - a <= 1 for a, b in pairwise(levels)), path
            assert len(page.all("table")) == len(page.all("caption"))
            assert all("scope" in th for th in page.all("th")), path
            labels = {label["for"] for label in page.all("label")}
            inputs = [i for i in page.all("input") if i.get("type") != "hidden"]
            shown = [*inputs, *page.all("select"), *page.all("textarea")]
            assert {i["id"] for i in shown} == labels


async def test_the_style_is_kept_for_ever_under_a_name_of_its_content(office: Opened) -> None:
    async with visiting(office) as browser:
        link = next(
            link
            for link in Page((await browser.get("/")).text).all("link")
            if link["rel"] == "stylesheet"
        )
        assert re.fullmatch(r"/static/pages\.[0-9a-f]{16}\.css", link["href"])
        answer = await browser.get(link["href"])
        assert answer.headers["content-type"] == "text/css; charset=utf-8"
        assert "immutable" in answer.headers["cache-control"]
        assert "url(" not in answer.text
        assert "@import" not in answer.text
        for other in ("/static/pages.css", "/static/..%2Fviewer.py"):
            assert (await browser.get(other)).status_code == 404


async def test_every_textual_file_says_its_character_encoding(office: Opened) -> None:
    async with visiting(office) as browser:
        for name in BY_HASHED:
            answer = await browser.get(f"/static/{name}")
            assert answer.headers["content-type"].endswith("; charset=utf-8"), name


async def test_services_show_law_only_where_it_was_read(office: Opened) -> None:
    async with visiting(office) as browser:
        listed = (await browser.get("/services?lang=zh")).text
        for service in CATALOGUE.values():
            assert service.title.zh in listed
            assert ((service.law.citation("zh") or "没有") in listed) == service.law.verified


@pytest.mark.parametrize("service", list(OPEN_SERVICES))
async def test_the_example_of_an_open_service_can_be_sent_as_it_is(
    office: Opened, service: str
) -> None:
    async with visiting(office) as browser:
        token = office.issuer.token(role=Role.APPLICANT, subject="reader")
        for address in (f"/services/{service}/example.json", f"/api/v1/services/{service}"):
            for time in ("once", "twice"):
                example = (await browser.get(address)).json()
                answer = await browser.post(
                    "/api/v1/applications",
                    json=example.get("example", example),
                    headers={
                        "authorization": f"Bearer {token}",
                        "idempotency-key": f"{address}-{time}",
                    },
                )
                assert answer.status_code == 201, answer.text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", list(CATALOGUE))
async def test_the_page_of_a_service_is_its_guide_and_keeps_codes_under_a_fold(
    office: Opened, code: str, language: Language
) -> None:
    async with visiting(office) as browser:
        answer = await browser.get(f"/services/{code}?lang={language}")
        page = re.sub(r'<span lang="zh-CN">(.*?)</span>', r"\1", unescape(answer.text))
        told = (
            await browser.get(f"/api/v1/services/{code}", headers={"accept-language": language})
        ).json()["guide"]
    citizen, fold, developers = page.partition("<details")
    assert fold
    for part in ("applicants", "users", "documents", "on_request", "bring", "steps"):
        for text in told[part]:
            assert text in citizen
    for part in ("outcome", "term", "fee"):
        assert told[part] in citizen
    assert (told["instead"] or "") in citizen
    law = CATALOGUE[code].law
    assert law.verified == ((law.citation(language) or "no such law") in citizen)
    assert "applicant.id_no" not in citizen
    assert "applicant.id_no" in developers


async def test_whoever_is_at_a_page_that_is_not_his_may_enter_as_somebody_else(
    office: Opened,
) -> None:
    """In a demonstration one comes from the pages of a citizen to those of an officer so."""
    async with visiting(office, Role.APPLICANT) as browser:
        answer = await browser.get("/desk?lang=zh")
    assert answer.status_code == 403
    assert "您的岗位权限不包含此项操作" in answer.text
    assert 'name="as" value="clerk"' in answer.text
