"""``/instruments``: a paper is read in full by whom it concerns, masked by others, and printed."""

import pytest

from domain.case.instruments.kind import InstrumentKind
from domain.case.intake.commands import AcceptCase, RequestCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.case.review.commands import RefuseCase, StartReview
from domain.people import Role
from tests.kit.accesses import looks
from tests.kit.instruments import (
    applied,
    approved,
    does,
    issued,
    officer,
    owner,
    page_of,
)
from tests.kit.life import CLERK, REVIEWER
from tests.kit.page_reading import Page
from tests.kit.served import Service


async def test_the_applicant_reads_the_whole_of_it_and_an_officer_reads_it_masked(
    service: Service,
) -> None:
    case, body = await applied(service, "renewal_deferral")
    await does(service, case, CLERK, AcceptCase())
    (receipt,) = await issued(service, case)
    whole = await page_of(service, receipt, owner(service, body))
    masked = await page_of(service, receipt, officer(service))
    name, id_no = body["applicant"]["name"], body["applicant"]["id_no"]
    assert (whole.status_code, masked.status_code) == (200, 200)
    assert "受理回执" in whole.text
    assert "自2020年2月24日起予以受理，并将于2020年2月25日前（含当日）作出决定" in whole.text
    assert name in whole.text
    assert id_no in whole.text
    assert name not in masked.text
    assert id_no not in masked.text
    assert "个人信息已脱敏" in masked.text


async def test_whoever_has_not_proven_his_number_reads_his_own_paper_masked(
    service: Service,
) -> None:
    case, body = await applied(service, "renewal_deferral")
    await does(service, case, CLERK, AcceptCase())
    (receipt,) = await issued(service, case)
    unproven = {**body, "applicant": None}
    page = await page_of(service, receipt, owner(service, unproven))
    assert page.status_code == 200
    assert body["applicant"]["id_no"] not in page.text


async def test_a_paper_of_somebody_else_does_not_exist(service: Service) -> None:
    case, _ = await applied(service, "renewal_deferral")
    await does(service, case, CLERK, AcceptCase())
    (receipt,) = await issued(service, case)
    other = {"cookie": service.bearer_of({}, "other").replace("Bearer ", "__Host-cheguan=")}
    for part in ("", "/pdf"):
        assert (await page_of(service, receipt, other, part)).status_code == 404
        assert (await page_of(service, receipt, {}, part)).status_code == 401
    first = f"/instruments/{case}/1"
    assert (await service.http.get(first, headers=officer(service))).status_code == 404


async def test_a_notice_names_everything_that_is_to_be_corrected(service: Service) -> None:
    case, body = await applied(service, "renewal_deferral")
    defects = (
        Defect("id_front", DefectCode.UNREADABLE),
        Defect("deferral_proof", DefectCode.EXPIRED),
    )
    await does(service, case, CLERK, RequestCorrection(defects=defects))
    (notice,) = await issued(service, case)
    page = await page_of(service, notice, owner(service, body))
    assert "补正材料一次告知书" in page.text
    items = [each for each in page.text.split("<li>") if "身份证明（正面）" in each]
    assert "不清晰，无法辨认。请重新拍摄或者扫描后上传" in items[0]
    assert "请于2020年3月16日前（含当日）补正" in page.text
    english = await page_of(service, notice, owner(service, body), "?lang=en")
    assert "<h1>Notice of what to correct</h1>" in english.text


async def test_a_refusal_tells_reasons_grounds_and_remedies(service: Service) -> None:
    case, body = await applied(service, "renewal_deferral")
    await does(service, case, CLERK, AcceptCase())
    await does(service, case, REVIEWER, StartReview(), RefuseCase(codes=("R-LICENCE-STATE",)))
    refusal = (await issued(service, case))[-1]
    page = await page_of(service, refusal, owner(service, body))
    assert refusal.kind is InstrumentKind.REFUSAL
    for words in ("不予办理决定书", "第三十八条", "申请行政复议", "提起行政诉讼"):
        assert words in page.text


async def test_the_pdf_has_the_same_bytes_each_time_and_its_fonts_in_it(service: Service) -> None:
    case, body = await approved(service, "temp_plate")
    plate = (await issued(service, case))[-1]
    first, again = [await page_of(service, plate, owner(service, body), "/pdf") for _ in range(2)]
    assert first.headers["content-type"] == "application/pdf"
    assert first.headers["cache-control"] == "no-store"
    assert first.content[:5] == b"%PDF-"
    assert first.content == again.content
    assert first.content.count(b"/FontFile") == 2
    assert first.content.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("part", ["", "/pdf"])
async def test_that_an_officer_looked_is_on_record(service: Service, part: str) -> None:
    case, _ = await applied(service, "renewal_deferral")
    await does(service, case, CLERK, AcceptCase())
    (receipt,) = await issued(service, case)
    await page_of(service, receipt, officer(service), part)
    (look,) = await looks(service, case)
    assert look[:2] == (Role.CLERK, "printer")


async def test_the_papers_of_a_case_are_listed_where_it_is_looked_at(service: Service) -> None:
    case, body = await approved(service, "renewal_deferral")
    for path, headers in (
        (f"/mine/{case}", owner(service, body)),
        (f"/desk/case/{case}", officer(service)),
    ):
        found = await service.http.get(path, headers=headers)
        links = [each.get("href", "") for each in Page(found.text).all("a")]
        listed = [each for each in links if each.startswith("/instruments/")]
        papers = await issued(service, case)
        assert listed == [f"/instruments/{case}/{each.version}" for each in reversed(papers)]
