"""What a visitor sends: it finds his case, or nothing, and becomes no markup."""

import re

import pytest

from domain.people import Role
from tests.kit.page_office import ID_NO, NAME, NOTE, Opened
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
            *("待补正", "一次告知：需要补正材料", "郑州市车辆管理所", "张*", "最迟补正日"),
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
