"""What an applicant must do, and what was decided against him, is told wherever he looks."""

from typing import Any

from domain.people import Role
from tests.kit.served import Service

NOTE = "张三，请联系13800001234，于2020-03-10前补交豫A12345的材料，证号410102199202291236"


async def told(service: Service, case: dict[str, Any], last_four: str) -> list[dict[str, Any]]:
    """The answers to whoever knows the reference, to the applicant, and to him in English."""
    await service.fold()
    asked = {"reference": case["reference"], "last_four": last_four}
    tracking = await service.http.post("/api/v1/tracking", json=asked)
    path = f"/api/v1/applications/{case['id']}"
    own = {"authorization": service.bearer(Role.APPLICANT)}
    applicant = await service.http.get(path, headers=own)
    english = await service.http.get(path, headers={**own, "accept-language": "en"})
    assert [a.status_code for a in (tracking, applicant, english)] == [200, 200, 200]
    return [tracking.json(), applicant.json(), english.json()]


async def submitted(service: Service) -> tuple[dict[str, Any], str]:
    body = await service.example("renewal_deferral")
    answer = await service.submit(body, "key")
    return answer.json(), body["applicant"]["id_no"][-4:]


async def test_a_correction_is_told_whole_and_the_note_as_far_as_its_reader_may_see_it(
    service: Service,
) -> None:
    case, last_four = await submitted(service)
    asked = {
        "defects": [
            {"where": "deferral_proof", "code": "unreadable"},
            {"where": "id_back", "code": "expired"},
        ],
        "note": NOTE,
    }
    answer = await service.command(case["id"], "request-correction", 1, asked)
    assert answer.status_code == 200, answer.text
    tracking, applicant, english = await told(service, case, last_four)

    for each in (tracking, applicant):
        duty = each["duty"]
        assert (each["tone"], duty["kind"], duty["by"]) == ("act", "correct", "2020-03-16")
        assert [(d["place"], d["wrong"]) for d in duty["defects"]] == [
            ("延期事由证明", "不清晰，无法辨认"),
            ("身份证明（反面）", "已过有效期"),
        ]
        assert "终止办理" in duty["otherwise"]
    assert applicant["duty"]["note"] == NOTE
    masked = tracking["duty"]["note"]
    assert masked.endswith("的材料，证号410***********1236")
    for secret in ("张三", "13800001234", "A12345", "410102199202291236"):
        assert secret not in masked
    assert "2020-03-10" in masked
    assert english["duty"]["defects"][0]["place"] == "proof of the ground for deferral"


async def test_whoever_is_turned_down_is_told_his_remedies(service: Service) -> None:
    case, last_four = await submitted(service)
    declined = {"codes": ["R-JURISDICTION"], "right_office": "410300", "note": NOTE}
    answer = await service.command(case["id"], "decline-acceptance", 1, declined)
    assert answer.status_code == 200, answer.text
    tracking, applicant, english = await told(service, case, last_four)

    for each in (tracking, applicant):
        (ruling,) = each["rulings"]
        assert (each["tone"], each["duty"], ruling["event"]) == ("bad", None, "NotAccepted")
        assert "洛阳市车辆管理所" in ruling["reasons"][0]["text"]
        assert ruling["grounds"] == ["《行政许可法》第三十二条"]
        reconsideration, lawsuit = ruling["remedies"]
        assert (reconsideration["by"], lawsuit["by"]) == ("2020-04-24", "2020-08-24")
        assert reconsideration["organs"] == ["郑州市人民政府", "河南省公安厅"]
        assert "2020年4月24日" in reconsideration["text"]
        assert ruling["refund"] is None
    assert applicant["rulings"][0]["note"] == NOTE
    assert "张三" not in tracking["rulings"][0]["note"]
    assert english["rulings"][0]["remedies"][0]["title"] == "administrative reconsideration"


async def test_a_partner_sees_no_more_than_tracking_does(service: Service) -> None:
    body = await service.example("vehicle_contact_change")
    line = await service.http.post(
        "/api/v1/applications/batch",
        json=body,
        headers={
            "content-type": "application/jsonl",
            "authorization": service.bearer(Role.PARTNER),
            "idempotency-key": "batch",
        },
    )
    case = line.json()["id"]
    asked = {"defects": [{"where": "id_front", "code": "missing"}], "note": NOTE}
    await service.command(case, "request-correction", 1, asked)
    answer = await service.http.get(
        f"/api/v1/applications/{case}", headers={"authorization": service.bearer(Role.PARTNER)}
    )
    assert answer.json()["duty"]["note"].startswith("张*")


async def test_what_nobody_could_supply_is_refused_with_the_choices(service: Service) -> None:
    case, _ = await submitted(service)
    for where in ("/applicant", "no_such_paper", "/delivery"):
        asked = {"defects": [{"where": where, "code": "mismatch"}]}
        answer = await service.command(case["id"], "request-correction", 1, asked)
        problem = answer.json()
        assert (answer.status_code, problem["places"]) == (422, [where])
        assert problem["choices"] == [
            "deferral_proof",
            "id_back",
            "id_front",
            "licence_photo_page",
            "mandate",
        ]
