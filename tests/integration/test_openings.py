"""What is open where, over HTTP: the answer names the decision, and a cache may keep it."""

import re

import pytest

from api.day_text import day_text
from domain.offices.tree import CONTACTS
from domain.people import Actor, Role
from domain.prefectures.commands import ClassifyPrefecture, SuspendWindows, TakeStep
from domain.prefectures.grounds import Grounds
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.prefectures.step import Step
from tests.kit.offices import asked
from tests.kit.page_reading import Page
from tests.kit.served import Service

LUOYANG = "410300"
HQ = Actor(Role.HQ, "headquarters")
DETACHMENT = Actor(Role.SUPERVISOR, "head", "410300-det")
PATH = "/api/v1/openings"


@pytest.fixture
async def decided(service: Service) -> Service:
    """Luoyang has closed its windows and taken the first step, both as of today."""
    today = service.desk.today
    grounds = Grounds(reason="支持复工复产，逐步恢复线下业务。", document_no="洛公交〔2020〕7号")
    for command, by in (
        (ClassifyPrefecture(region=LUOYANG, region_class=2), HQ),
        (SuspendWindows(effective_on=today), HQ),
        (TakeStep(step=Step.FIRST, effective_on=today, grounds=grounds), DETACHMENT),
    ):
        stream = stream_of(LUOYANG)
        await service.desk.door.handle(PREFECTURE, stream, command, asked(command, by))
    return service


@pytest.mark.requirement("R01")
@pytest.mark.requirement("R02")
@pytest.mark.requirement("R03")
async def test_the_answer_names_the_decision_the_day_and_the_telephone(decided: Service) -> None:
    answer = await decided.http.get(f"{PATH}?office={LUOYANG}&service=plate_reissue")
    (told,) = answer.json()["openings"]
    today = decided.desk.today.isoformat()
    assert (told["open"], told["why"]["code"], told["since"]) == (True, "step", today)
    assert told["decision"] == {
        "id": "410300-4",
        "what": {
            "zh": "进入恢复步骤（第一步：车管所业务窗口）",
            "en": "Step of reopening taken (step 1: vehicle-office windows)",
        },
        "body": "410300-det",
        "body_title": {"zh": "洛阳市公安局交警支队", "en": "Luoyang traffic police detachment"},
        "decided_on": today,
        "effective_on": today,
        "planned_end": None,
        "reason": "支持复工复产，逐步恢复线下业务。",
        "document_no": "洛公交〔2020〕7号",
    }
    assert told["telephones"] == list(CONTACTS[LUOYANG].telephones)
    assert told["hours"]["zh"]
    assert told["synthetic"]
    assert told["online"]


@pytest.mark.requirement("R03")
async def test_a_city_is_told_whole_and_the_province_by_its_vehicle_offices(
    decided: Service,
) -> None:
    city = (await decided.http.get(f"{PATH}?region={LUOYANG}")).json()["openings"]
    opened = {(told["office"], told["service"]) for told in city if told["open"]}
    assert opened == {(LUOYANG, "reissue_replace"), (LUOYANG, "temp_plate")}
    assert {told["region"] for told in city} == {LUOYANG}
    province = (await decided.http.get(f"{PATH}?service=reissue_replace")).json()["openings"]
    assert len(province) == 18
    assert {told["kind"] for told in province} == {"MVO"}


async def test_what_only_a_window_does_is_not_told_to_be_online(decided: Service) -> None:
    online = {}
    for service in ("reg_new", "exam_s1", "new_vehicle_preselect", "registration", "temp_plate"):
        answer = await decided.http.get(f"{PATH}?service={service}")
        online[service] = answer.json()["openings"][0]["online"]
    assert online == {
        "reg_new": False,
        "exam_s1": False,
        "new_vehicle_preselect": True,
        "registration": False,
        "temp_plate": True,
    }
    page = (await decided.http.get(f"/openings?region={LUOYANG}")).text
    assert "/services/temp_plate" in page
    assert "/services/reg_new" not in page


@pytest.mark.requirement("R02")
async def test_the_page_tells_body_day_and_number_of_the_decision_that_holds(
    decided: Service,
) -> None:
    path = f"/openings?region={LUOYANG}&service=plate_reissue"
    text = "".join(Page((await decided.http.get(f"{path}&lang=zh")).text).text.split())
    day = day_text(decided.desk.today, "zh")
    assert f"依据：洛阳市公安局交警支队{day}决定（洛公交〔2020〕7号）。" in text
    for told in ("决定机关洛阳市公安局交警支队", f"决定日期{day}", f"生效日期{day}"):
        assert told in text
    assert "文号洛公交〔2020〕7号410300-4" in text
    assert "理由支持复工复产，逐步恢复线下业务。" in text


async def test_what_an_official_wrote_is_shown_in_the_original_on_an_english_page(
    decided: Service,
) -> None:
    answer = await decided.http.get(f"/openings?region={LUOYANG}&service=plate_reissue&lang=en")
    for label, told in (
        ("Decided by", "Luoyang traffic police detachment"),
        ("Decision", "Step of reopening taken (step 1: vehicle-office windows)"),
        ("In force from", '<time datetime="'),
        ("Reason, in the original", ""),
    ):
        assert re.search(rf"<dt>{label}</dt><dd[^>]*>{re.escape(told)}", answer.text), label
    assert '<dd lang="zh-CN">支持复工复产，逐步恢复线下业务。</dd>' in answer.text


async def test_what_is_not_done_at_an_office_is_told_so(decided: Service) -> None:
    answer = await decided.http.get(f"{PATH}?office=410300.noc&service=exam")
    (told,) = answer.json()["openings"]
    assert (told["open"], told["why"]["code"]) == (False, "not_done_here")


async def test_another_day_is_asked_about(decided: Service) -> None:
    answer = await decided.http.get(f"{PATH}?office={LUOYANG}&service=exam&on=2019-12-02")
    assert answer.json()["on"] == "2019-12-02"
    (told,) = (
        await decided.http.get(f"{PATH}?office={LUOYANG}&service=temp_plate&on=2019-12-02")
    ).json()["openings"]
    assert (told["open"], told["why"]["code"]) == (True, "never_suspended")
    assert told["decision"] is None


async def test_everybody_may_ask_and_a_cache_may_keep_it(decided: Service) -> None:
    first = await decided.http.get(PATH)
    etag = first.headers["etag"]
    again = await decided.http.get(PATH, headers={"if-none-match": etag})
    assert first.headers["cache-control"] == "public, max-age=60"
    assert (again.status_code, again.content) == (304, b"")
    closed = SuspendWindows(effective_on=decided.desk.today)
    await decided.desk.door.handle(PREFECTURE, stream_of(LUOYANG), closed, asked(closed, HQ))
    changed = await decided.http.get(PATH, headers={"if-none-match": etag})
    assert changed.status_code == 200


@pytest.mark.parametrize(
    ("query", "pointer", "rule"),
    [
        ("region=999999", "/region", "region_unknown"),
        ("office=nowhere", "/office", "office_unknown"),
        ("office=41", "/office", "office_unknown"),
        ("region=410100&office=410300", "/office", "office_elsewhere"),
        ("service=hair", "/service", "service_unknown"),
    ],
)
async def test_a_wrong_question_is_told_by_field_and_rule(
    service: Service, query: str, pointer: str, rule: str
) -> None:
    answer = await service.http.get(f"{PATH}?{query}")
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (422, "/problems/opening-unknown")
    assert (problem["pointer"], problem["rule"]) == (pointer, rule)


async def test_a_day_that_is_none_is_told_by_its_parameter(service: Service) -> None:
    answer = await service.http.get(f"{PATH}?on=1999-12-31")
    assert answer.status_code == 422
    assert answer.json()["defects"][0]["pointer"] == "/on"
