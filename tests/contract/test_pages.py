"""The pages: two languages, no script, nothing from elsewhere, and the figures of the API."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from api.demo_issuer import DemoIssuer
from api.pages.session import COOKIE
from domain.catalogue.services import CATALOGUE
from domain.offices.tree import REGIONS
from domain.people import Role
from tests.page_office import ID_NO, NAME, NOTE, Opened, page_office
from tests.page_reading import Page

HERE = "https://cheguan.example"
OPEN_PAGES = (
    "/",
    "/track",
    "/dashboard",
    "/dashboard?period=today&detail=1&paused=1",
    "/dashboard?screen=wall",
    "/services",
    "/services/plate_reissue",
    "/problems/case-moved-on",
)
ATTACK = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'"


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Opened]:
    async with page_office(database_url, tmp_path) as opened:
        yield opened


@asynccontextmanager
async def visiting(
    office: Opened, role: Role | None = None, at: str | None = None
) -> AsyncIterator[httpx.AsyncClient]:
    """A browser, with the cookie of an officer when ``role`` is given."""
    transport = httpx.ASGITransport(office.gate)
    async with httpx.AsyncClient(
        transport=transport, base_url=HERE, headers={"origin": HERE}
    ) as browser:
        if role:
            issuer = DemoIssuer(office.parts.settings.secrets_dir)
            browser.cookies.set(COOKIE, issuer.token(role=role, subject="someone", office=at))
        yield browser


def refused(answer: httpx.Response, status: int) -> Page:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Page(answer.text)


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
                assert not page.all("script") + page.all("style") + page.all("iframe")
                for name, attributes in page.elements:
                    assert not [a for a in attributes if a == "style" or a.startswith("on")], name
                    target = attributes.get("href", attributes.get("src", attributes.get("action")))
                    assert target is None or re.match(r"/(?!/)|#", target), target


async def test_the_language_and_the_text_size_are_remembered(office: Opened) -> None:
    async with visiting(office) as browser:
        assert Page((await browser.get("/")).text).all("html")[0]["lang"] == "zh-CN"
        answer = await browser.get("/services?lang=en&size=large")
        assert all("SameSite=lax" in c for c in answer.headers.get_list("set-cookie"))
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
            assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), path
            assert len(page.all("table")) == len(page.all("caption"))
            assert all("scope" in th for th in page.all("th")), path
            labels = {label["for"] for label in page.all("label")}
            shown = [i for i in page.all("input") if i.get("type") != "hidden"]
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


@pytest.mark.parametrize(
    "period", ["from=2020-02-03&to=2020-06-01", "from=2020-03-03&to=2020-03-05"]
)
async def test_the_dashboard_shows_the_figures_of_the_api(office: Opened, period: str) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get(f"/dashboard?period=custom&{period}&lang=zh&detail=1")).text)
        for by, caption, titles in (
            ("region", "按市统计", {code: r.title.zh for code, r in REGIONS.items()}),
            ("service", "按业务统计", {code: s.title.zh for code, s in CATALOGUE.items()}),
        ):
            api = (await browser.get(f"/api/v1/statistics/throughput?by={by}&{period}")).json()
            told = {group[by]: group for group in api["groups"]}
            rows = {row[0]: row[1:] for row in page.tables[caption][1:-1]}
            assert list(rows) == list(titles.values())
            for code, title in titles.items():
                assert rows[title] == _expected(told.get(code), rows[title][3]), title
        both = (
            await browser.get(f"/api/v1/statistics/throughput?by=region,service&{period}")
        ).json()
        detail = [row for row in page.tables["按市和业务统计"][1:] if len(row) > 1]
        moving = [g for g in both["groups"] if g["submitted"] + g["completed"] + g["in_hand"]]
        assert len(moving) <= len(detail)
        assert sum(int(row[1]) for row in detail) == sum(g["submitted"] for g in both["groups"])
        assert f"{api['position']:,}" in page.text


def _expected(group: dict[str, object] | None, late: str) -> list[str]:
    """What a row shows for a group of the API, which does not know what is late."""
    if group is None:
        return ["0", "0", "0", late, "—", "—"]
    rates, hours = group["rates"], group["hours"]
    assert isinstance(rates, dict)
    assert isinstance(hours, dict)
    rate, median = rates["on_time_rate"], hours["turnaround"]["p50"]
    days = "—" if median is None else "<0.1" if median / 24 < 0.05 else f"{median / 24:.1f}"
    return [
        f"{group['submitted']:,}",
        f"{group['completed']:,}",
        f"{group['in_hand']:,}",
        late,
        "—" if rate is None else f"{rate * 100:.1f}%",
        days,
    ]


async def test_what_is_late_is_what_the_api_says_now(office: Opened) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get("/dashboard?lang=en")).text)
        now = (await browser.get("/api/v1/statistics/now")).json()
        assert now["late"] > 0
        assert page.tables["By city"][-1][4] == f"{now['late']:,}"
        assert page.tables["The province"][2][4] == f"{now['late']:,}"


async def test_a_city_and_a_service_narrow_each_others_table(office: Opened) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get("/dashboard?region=410300&service=renewal_deferral")).text)
        assert "按业务统计 · 洛阳市" in page.tables
        assert "按市统计 · 延期换领驾驶证" in page.tables
        assert page.tables["按业务统计 · 洛阳市"][-1][1] == "0"


async def test_the_dashboard_refreshes_until_it_is_paused_and_keeps_its_query(
    office: Opened,
) -> None:
    async with visiting(office) as browser:
        fresh = Page((await browser.get("/dashboard?region=410100")).text)
        assert {"http-equiv": "refresh", "content": "5"} in fresh.all("meta")
        assert {"/dashboard?region=410100&paused=1"} <= {a.get("href") for a in fresh.all("a")}
        paused = Page((await browser.get("/dashboard?region=410100&paused=1")).text)
        assert not [meta for meta in paused.all("meta") if "http-equiv" in meta]


@pytest.mark.parametrize(
    "query", ["from=x&to=y", "from=2020-03-05&to=2020-03-03", "from=0001-01-01&to=9999-12-31"]
)
async def test_dates_that_are_no_period_show_the_whole_one_and_say_so(
    office: Opened, query: str
) -> None:
    async with visiting(office) as browser:
        answer = await browser.get(f"/dashboard?period=custom&{query}")
        assert answer.status_code == 200
        assert "起止日期有误" in answer.text


async def test_all_eighteen_cities_stand_on_a_grid_that_says_it_is_no_map(office: Opened) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get("/dashboard")).text)
        places = [
            li["class"] for li in page.all("li") if re.fullmatch(r"r\d c\d", li.get("class", ""))
        ]
        assert len(set(places)) == 18
        assert "示意图，非地理边界" in page.text


async def test_reference_and_last_four_show_the_way_so_far_and_no_name(office: Opened) -> None:
    async with visiting(office) as browser:
        asked = {"reference": f" {office.reference.lower()} ", "last_four": ID_NO[-4:]}
        answer = await browser.post("/track?lang=zh", data=asked)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        for text in ("待补正", "一次告知：需要补正材料", "郑州市车辆管理所", "张*", "最迟补正日"):
            assert text in answer.text
        for secret in (NAME, ID_NO, NOTE, "13800001234"):
            assert secret not in answer.text


async def test_an_unknown_reference_and_a_wrong_number_look_the_same(office: Opened) -> None:
    async with visiting(office) as browser:
        other = "0000-0000-0000-0"
        wrong = await browser.post(
            "/track", data={"reference": office.reference, "last_four": "0000"}
        )
        unknown = await browser.post("/track", data={"reference": other, "last_four": ID_NO[-4:]})
        assert refused(wrong, 404).text == refused(unknown, 404).text
        assert wrong.text == unknown.text


@pytest.mark.parametrize(
    "fields", [{}, {"reference": "X"}, {"reference": "X", "last_four": "12345"}]
)
async def test_a_form_half_filled_is_explained(office: Opened, fields: dict[str, str]) -> None:
    async with visiting(office) as browser:
        assert "请填写查询码" in refused(await browser.post("/track", data=fields), 422).text


async def test_nothing_a_visitor_sends_becomes_markup(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        names = ("period", "from", "to", "region", "service", "detail", "paused", "screen", "x")
        query = dict.fromkeys(names, ATTACK)
        answers = [
            await browser.get("/dashboard", params=query),
            await browser.get("/dashboard", params={ATTACK: ATTACK}),
            await browser.get("/audit", params={"case": ATTACK, "at": ATTACK}),
            await browser.get("/audit", params={"case": str(office.case), "at": ATTACK}),
            await browser.get("/", params={"lang": ATTACK, "size": ATTACK}),
            await browser.get(f"/problems/{ATTACK.replace('/', '%2F')}"),
            await browser.get(f"/services/{ATTACK.replace('/', '%2F')}"),
            await browser.post("/track", data={"reference": ATTACK, "last_four": "1234"}),
            await browser.post("/audit", data={"case": ATTACK}),
            await browser.post("/session", data={"as": ATTACK}),
        ]
        for answer in answers:
            assert "<script" not in answer.text
            assert "<img src=x" not in answer.text
            assert "onerror" not in re.sub(r'(href|value)="[^"<>]*"', "", answer.text)


@pytest.mark.parametrize("path", ["/track", "/audit", "/session", "/session/end"])
@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example", "null", "", HERE + ".evil.example"]
)
async def test_a_form_from_elsewhere_is_refused(office: Opened, path: str, origin: str) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        answer = await browser.post(path, data={"as": "auditor"}, headers={"origin": origin})
        refused(answer, 403)
        assert "set-cookie" not in answer.headers


async def test_the_audit_page_shows_every_event_and_the_state_after_it(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        text = Page((await browser.get(f"/audit?case={office.case}&lang=zh")).text).text
        for shown in (
            "申请已提交",
            "费用已缴纳",
            "申请已受理",
            "待补正",
            "henan-2020-02",
            "第 4 步，共 4 步",
        ):
            assert shown in text
        assert "申请人；收件信息；机动车：已加密" in text
        for secret in (NAME, ID_NO, NOTE, "pii1.", "13800001234"):
            assert secret not in text


async def test_the_case_is_shown_as_of_a_position_with_the_steps_before_and_after(
    office: Opened,
) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        whole = Page((await browser.get(f"/audit?case={office.case}&lang=en")).text)
        links = [a["href"] for a in whole.all("a") if "at=" in a.get("href", "")]
        second = Page((await browser.get(links[2])).text)
        assert "2 of 4 events" in second.text
        assert "Correction requested" not in second.text
        rels = {a["rel"]: a["href"] for a in second.all("a") if "rel" in a}
        assert "1 of 4 events" in (await browser.get(rels["prev"])).text
        assert "3 of 4 events" in (await browser.get(rels["next"])).text
        before = await browser.get(f"/audit?case={office.case}&at=2019-01-01T00:00:00%2B08:00")
        assert "Not submitted yet" in before.text
        refused(await browser.get(f"/audit?case={office.case}&at=noon"), 422)


@pytest.mark.parametrize("wanted", ["reference", "case"])
async def test_an_auditor_finds_a_case_by_reference_or_id(office: Opened, wanted: str) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        answer = await browser.post("/audit", data={"case": str(getattr(office, wanted))})
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/audit?case={office.case}"


async def test_the_audit_page_needs_an_identity_that_may_read(office: Opened) -> None:
    path = f"/audit?case={office.case}"
    async with visiting(office) as browser:
        assert "以演示身份进入" in refused(await browser.get(path), 401).text
        refused(await browser.post("/audit", data={"case": office.reference}), 401)
        refused(await browser.get(path, headers={"cookie": f"{COOKIE}=nonsense"}), 401)
    for role in (Role.APPLICANT, Role.CARRIER, Role.PARTNER):
        async with visiting(office, role) as browser:
            refused(await browser.get(path), 403)
    async with visiting(office, Role.CLERK, "410100") as browser:
        assert (await browser.get(path)).status_code == 200


async def test_a_case_of_another_office_does_not_exist_for_a_clerk(office: Opened) -> None:
    async with visiting(office, Role.CLERK, "410300") as browser:
        foreign = await browser.get(f"/audit?case={office.case}")
        missing = await browser.get("/audit?case=00000000-0000-0000-0000-000000000000")
        assert refused(foreign, 404).text == refused(missing, 404).text
        posted = await browser.post("/audit", data={"case": office.reference})
        assert refused(posted, 404).text == refused(missing, 404).text


async def test_in_a_demo_anyone_enters_and_leaves(office: Opened) -> None:
    async with visiting(office) as browser:
        entered = await browser.post("/session", data={"as": "auditor"})
        assert entered.status_code == 303
        cookie = entered.headers["set-cookie"]
        assert cookie.startswith(f"{COOKIE}=")
        for attribute in ("HttpOnly", "Secure", "SameSite=strict", "Path=/"):
            assert attribute in cookie
        assert "Domain" not in cookie
        assert (await browser.get("/audit")).status_code == 200
        assert (await browser.post("/session/end")).status_code == 303
        assert (await browser.get("/audit")).status_code == 401


async def test_services_show_law_only_where_it_was_read(office: Opened) -> None:
    async with visiting(office) as browser:
        listed = (await browser.get("/services?lang=zh")).text
        for service in CATALOGUE.values():
            assert service.title.zh in listed
            assert ((service.law.citation("zh") or "没有") in listed) == service.law.verified


@pytest.mark.parametrize("service", list(CATALOGUE))
async def test_the_example_of_a_service_can_be_sent_as_it_is(office: Opened, service: str) -> None:
    async with visiting(office) as browser:
        example = await browser.get(f"/services/{service}/example.json")
        token = DemoIssuer(office.parts.settings.secrets_dir).token(
            role=Role.APPLICANT, subject="reader"
        )
        answer = await browser.post(
            "/api/v1/applications",
            content=example.content,
            headers={
                "authorization": f"Bearer {token}",
                "content-type": "application/json",
                "idempotency-key": "example",
            },
        )
        taken = service == "plate_reissue"
        assert answer.status_code == (409 if taken else 201), answer.text
