"""The audit page: who may read it, and what it shows of a case."""

from datetime import date

import pytest

from api.pages.kit.officer import COOKIE
from domain.case.case import CASE
from domain.people import Role
from domain.prefectures.commands import ClassifyPrefecture, SuspendWindows
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from tests.kit.life import HQ, TIMEKEEPER
from tests.kit.offices import asked
from tests.kit.page_office import ID_NO, NAME, NOTE, Opened
from tests.kit.page_reading import Page
from tests.kit.visitors import refused, visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_audit_page_shows_every_event_and_the_state_after_it(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        whole = await browser.get(f"/audit?case={office.case}&all=1&lang=zh")
        text = Page(whole.text).text
        for shown in (
            "申请已提交",
            "费用已缴纳",
            "申请已受理",
            "待补正",
            "henan-2020-02",
            "第 5 步，共 5 步",
        ):
            assert shown in text
        assert "申请人；收件信息；机动车：已加密" in text
        for secret in (NAME, ID_NO, NOTE, "pii1.", "13800001234"):
            assert secret not in text


async def test_the_header_of_every_step_says_who_acted(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        page = (await browser.get(f"/audit?case={office.case}&all=1&lang=en")).text
    headers = [header.split("</header>")[0] for header in page.split("<header>")[1:]]
    _, history = await office.desk.door.open(CASE, office.case, TIMEKEEPER)
    assert len(headers) == len(history)
    for header, recorded in zip(headers, history, strict=True):
        by = recorded.envelope.by
        assert by.role.text("en") in header
        assert by.id in header
        assert ("by itself" in header) == (by.role is Role.SYSTEM)
        assert recorded.envelope.rules in header
        assert "Order 124, Motor Vehicle Registration, art." in header


async def test_each_step_shows_what_it_changed_and_any_two_are_compared(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        page = (await browser.get(f"/audit?case={office.case}&lang=en")).text
        newest = page.split("<article")[1]
        assert "<del>" in newest
        assert "running until 22 Jun 2020" in newest.split("<del>")[1].split("</del>")[0]
        assert "working days left" in newest.split("<ins>")[1].split("</ins>")[0]
        assert 'id="between"' in page
        two = await browser.get(f"/audit?case={office.case}&from=2&to=5&lang=en")
        assert "What changed between steps 2 and 5" in two.text
        compared = two.text.split("What changed between steps")[1].split("</details>")[0]
        assert "accepted by" in compared.lower()
        turned = await browser.get(f"/audit?case={office.case}&from=5&to=2&lang=en")
        assert "What changed between steps 2 and 5" in turned.text
        for nonsense in ("from=-1", "to=6", "from=x", "to=99999999999999999999"):
            refused(await browser.get(f"/audit?case={office.case}&{nonsense}"), 404)


async def test_the_case_is_shown_as_of_a_position_with_the_steps_before_and_after(
    office: Opened,
) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        whole = Page((await browser.get(f"/audit?case={office.case}&lang=en")).text)
        links = [a["href"] for a in whole.all("a") if "step=" in a.get("href", "")]
        answer = (await browser.get(next(link for link in links if "step=2" in link))).text
        second = Page(answer)
        assert "2 of 5 events" in second.text
        (article,) = answer.split("<article")[1:]
        assert 'id="v2"' in article.split(">")[0]
        (position,) = [a["href"] for a in second.all("a") if "at=" in a.get("href", "")]
        assert "2 of 5 events" in (await browser.get(position)).text
        rels = {a["rel"]: a["href"] for a in second.all("a") if "rel" in a}
        assert all(rels[way].endswith("#walk") for way in ("prev", "next"))
        assert "1 of 5 events" in (await browser.get(rels["prev"])).text
        assert "3 of 5 events" in (await browser.get(rels["next"])).text
        before = await browser.get(f"/audit?case={office.case}&at=2019-01-01T00:00:00%2B08:00")
        assert "Not submitted yet" in before.text
        refused(await browser.get(f"/audit?case={office.case}&at=noon"), 422)


async def test_a_slider_and_a_day_lead_through_the_time_of_a_case(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        path = f"/audit?case={office.case}&lang=en"
        (slider,) = [
            each
            for each in Page((await browser.get(path)).text).all("input")
            if each.get("type") == "range"
        ]
        assert (slider["name"], slider["min"], slider["max"], slider["value"]) == (
            *("step", "1", "5"),
            "5",
        )
        assert "3 of 5 events" in (await browser.get(f"{path}&step=3")).text
        for nonsense in ("step=0", "step=6", "saw=6", "saw=x"):
            refused(await browser.get(f"{path}&{nonsense}"), 404)
        assert "5 of 5 events" in (await browser.get(f"{path}&at=2020-06-01")).text
        assert "Not submitted yet" in (await browser.get(f"{path}&at=2020-05-31")).text
        assert "5 of 5 events" in (await browser.get(f"{path}&at=")).text
        refused(await browser.get(f"{path}&at=2020-02-30"), 422)


async def test_an_auditor_sees_what_the_officer_saw_when_he_decided(office: Opened) -> None:
    """Steps 4 and 5 are of one command, which was carried out on version 3."""
    async with visiting(office, Role.AUDITOR) as browser:
        page = Page((await browser.get(f"/audit?case={office.case}&all=1&lang=en")).text)
        seen = [a["href"] for a in page.all("a") if "saw=" in a.get("href", "")]
        assert [link.split("saw=")[1].split("#")[0] for link in seen] == ["3", "4", "5"]
        for link, version in zip(seen, ("2", "3", "3"), strict=True):
            answer = Page((await browser.get(link)).text)
            assert f"{version} of 5 events" in answer.text
            assert "What the officer of step" in answer.text
            assert "photo of the plate" in answer.text.lower() or "papers" in answer.text.lower()
            assert "No look of this officer at this case is on record" in answer.text


async def test_auditors_see_who_has_looked_and_offices_do_not(office: Opened) -> None:
    async with visiting(office, Role.CLERK, "410100") as browser:
        assert 'id="looks"' not in (await browser.get(f"/audit?case={office.case}")).text
    await office.desk.accesses.recorded()
    async with visiting(office, Role.AUDITOR) as browser:
        page = (await browser.get(f"/audit?case={office.case}&lang=en")).text
        looks = page.split('id="looks"')[1]
        assert 'Clerk <span class="code">someone</span>' in looks
        assert "history" in looks
        record = looks.split('href="/audit?stream=')[1].split('"')[0]
        assert (await browser.get(f"/audit?stream={record}")).status_code == 200


async def test_the_rules_of_a_step_lead_to_the_law_of_the_service(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        page = Page((await browser.get(f"/audit?case={office.case}")).text)
        assert {"href": "/services/plate_reissue"} in page.all("a")
        assert (await browser.get("/services/plate_reissue")).status_code == 200


@pytest.mark.parametrize("wanted", ["reference", "case"])
async def test_an_auditor_finds_a_case_by_reference_or_id(office: Opened, wanted: str) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        answer = await browser.post("/audit", data={"case": str(getattr(office, wanted))})
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/audit?case={office.case}"


async def test_a_stream_of_another_kind_is_shown_too(office: Opened) -> None:
    classified = ClassifyPrefecture(region="410200", region_class=2)
    suspended = SuspendWindows(effective_on=date(2020, 6, 2))
    stream = stream_of("410200")
    for command in (classified, suspended):
        await office.desk.door.handle(PREFECTURE, stream, command, asked(command, HQ))
    async with visiting(office, Role.AUDITOR) as browser:
        found = await browser.post("/audit", data={"case": "410200"})
        assert found.headers["location"] == f"/audit?stream={stream}"
        text = Page((await browser.get(f"/audit?stream={stream}&lang=zh")).text).text
        for shown in ("省辖市 410200", "已确定交通管控类别", "第 2 步，共 2 步", "2020年6月2日"):
            assert shown in text
        before = await browser.get(f"/audit?stream={stream}&at=1&lang=zh")
        assert "此时尚无记录" in before.text
        by_id = await browser.post("/audit", data={"case": str(stream)})
        assert by_id.headers["location"] == found.headers["location"]
        refused(await browser.post("/audit", data={"case": "410300"}), 404)
        refused(await browser.post("/audit", data={"case": ""}), 404)


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
        left = await browser.post("/session/end")
        assert left.status_code == 303
        assert left.headers["clear-site-data"] == '"cache", "storage"'
        assert (await browser.get("/audit")).status_code == 401
