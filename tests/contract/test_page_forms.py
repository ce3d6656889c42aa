"""What a visitor sends: it finds his case, or nothing, and becomes no markup."""

import re

import pytest

from domain.people import Role
from tests.kit.page_office import ID_NO, NAME, NOTE, Opened
from tests.kit.page_reading import Page
from tests.kit.visitors import HERE, refused, visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")

ATTACK = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'"


async def test_reference_and_last_four_show_the_way_so_far_and_no_name(office: Opened) -> None:
    async with visiting(office) as browser:
        asked = {"reference": f" {office.reference.lower()} ", "last_four": ID_NO[-4:]}
        answer = await browser.post("/track?lang=zh", data=asked)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        for text in (
            *("待补正", "一次告知：需要补正材料", "郑州市车辆管理所", "张*", "补正截止日"),
            *("损毁号牌照片", "未提供", "请补充提供", "截止日期", "终止办理"),
            NOTE.replace(NAME, "张*"),
        ):
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
        assert refused(wrong, 404).elements
        assert refused(unknown, 404).elements
        same = wrong.text.replace(office.reference, other).replace('"0000"', f'"{ID_NO[-4:]}"')
        assert same == unknown.text


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({}, {"reference", "last_four"}),
        ({"reference": "X"}, {"last_four"}),
        ({"last_four": "002x"}, {"reference"}),
        ({"reference": "X", "last_four": "12345"}, {"last_four"}),
        ({"reference": "0000-0000-0000-0", "last_four": "1236"}, {"reference", "last_four"}),
    ],
)
async def test_a_wrong_entry_is_kept_marked_and_said_in_the_title(
    office: Opened, sent: dict[str, str], wrong: set[str]
) -> None:
    async with visiting(office) as browser:
        answer = await browser.post("/track?lang=zh", data=sent)
    page = refused(answer, 404 if sent.keys() == wrong else 422)
    shown = {i["id"]: i for i in page.all("input") if i.get("type") != "hidden"}
    assert {name for name, field in shown.items() if "aria-invalid" in field} == wrong
    assert {name: field["value"] for name, field in shown.items() if field["value"]} == sent
    told = {element["id"] for _, element in page.elements if "id" in element}
    for name in wrong:
        assert {f"{name}-error", f"{name}-hint"} == set(shown[name]["aria-describedby"].split())
        assert f"{name}-error" in told
        assert {"href": f"#{name}"} in page.all("a")
    assert "<title>错误：" in answer.text


async def test_what_was_found_is_found_again_in_another_language_and_size(office: Opened) -> None:
    asked = {"reference": office.reference, "last_four": ID_NO[-4:]}
    async with visiting(office) as browser:
        found = await browser.post("/track?lang=zh", data=asked)
        for form in (f for f in Page(found.text).all("form") if "?" in f["action"]):
            sent = {f["name"]: f["value"] for f in Page(found.text).all("input")}
            assert {name: value for name, value in sent.items() if name != "key"} == asked
            again = await browser.post(form["action"], data=asked)
            assert again.status_code == 200
            assert office.reference in again.text
        assert again.headers["content-language"] == "en"
        assert Page(again.text).all("html")[0]["class"].strip() == "large"


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
            assert "<script>" not in answer.text
            assert "<img src=x" not in answer.text
            assert "onerror" not in re.sub(r'(href|value|data-parts)="[^"<>]*"', "", answer.text)


@pytest.mark.parametrize("path", ["/track", "/audit", "/session", "/session/end"])
@pytest.mark.parametrize(
    "origin",
    [
        *("https://elsewhere.example", "null", "", HERE + ".evil.example"),
        *(HERE.replace("https", "http"), HERE + ":8443"),
    ],
)
async def test_a_form_from_elsewhere_is_refused(office: Opened, path: str, origin: str) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        answer = await browser.post(path, data={"as": "auditor"}, headers={"origin": origin})
        refused(answer, 403)
        assert "set-cookie" not in answer.headers
