"""Before anything is sent, the officer reads it as the applicant will."""

import pytest

from tests.integration.test_desk import accept, look, send
from tests.kit.served import Service

NOTE = "号牌照片模糊，请联系13700001234"
ASKED = {"version": "1", "note": NOTE, "defects-id_back": "unreadable"}


@pytest.fixture
async def receipt(service: Service) -> dict[str, str]:
    told = await service.submitted("renewal_deferral")
    await service.fold()
    return told


@pytest.fixture
def case(receipt: dict[str, str]) -> str:
    return f"/desk/case/{receipt['id']}"


async def test_a_correction_is_read_first_as_the_applicant_will_read_it(
    service: Service, case: str
) -> None:
    preview = await send(service, case, {"preview": "request-correction", **ASKED})
    assert preview.status_code == 200
    text = preview.text[preview.text.index('id="citizen-text"') :]
    for said in (
        "请一次补齐下列内容",
        "不清晰，无法辨认",
        "请重新拍摄或者扫描后上传，字迹、图像应当完整清晰",
        "逾期未补齐的",
    ):
        assert said in text
    assert f"<p>{NOTE}</p>" in text
    masked = text[text.index("凭查询码查询时，说明显示为") :]
    assert "13700001234" not in masked[: masked.index("</p>")]
    assert "已提交，待受理" in (await look(service, case)).text
    assert (await send(service, case, {"act": "request-correction", **ASKED})).status_code == 303


async def test_the_preview_is_what_tracking_then_tells(
    service: Service, case: str, receipt: dict[str, str]
) -> None:
    preview = await send(service, case, {"preview": "request-correction", **ASKED})
    await send(service, case, {"act": "request-correction", **ASKED})
    await service.fold()
    body = await service.example("renewal_deferral")
    asked = {"reference": receipt["reference"], "last_four": body["applicant"]["id_no"][-4:]}
    tracked = (await service.http.post("/track", data=asked, headers=_SAME_SITE)).text
    start, end = '<ol class="defects">', "</ol>"
    told = tracked[tracked.index(start) : tracked.index(end, tracked.index(start))]
    assert told in preview.text


async def test_a_refusal_is_read_with_its_grounds_and_remedies(service: Service, case: str) -> None:
    await accept(service, case)
    await service.fold()
    await send(service, "/desk", {"act": "next", "queue": "review"}, "reviewer")
    refusal = {"preview": "refuse-case", "version": "3", "codes-R-IDENTITY": "yes"}
    preview = await send(service, case, refusal, "reviewer")
    assert preview.status_code == 200, preview.text
    text = preview.text[preview.text.index('id="citizen-text"') :]
    assert "救济途径" in text
    assert "行政复议" in text
    again = (await send(service, case, {**refusal, "preview": "refuse-case"}, "reviewer")).text
    assert "救济途径" in again, "nothing was decided by the first preview"


async def test_a_preview_of_an_incomplete_form_tells_what_lacks(
    service: Service, case: str
) -> None:
    preview = await send(service, case, {"preview": "request-correction", "version": "1"})
    assert preview.status_code == 422
    assert 'id="citizen-text"' not in preview.text


_SAME_SITE = {"origin": "http://127.0.0.1", "cookie": "__Host-cheguan-lang=zh"}
