"""``/verify``: genuine, good until a day, or revoked; and nothing else of anybody."""

import pytest

from api.instruments.sheet import sheet_of
from api.rates.buckets import VERIFYING
from domain.case.case import CASE
from domain.case.review.commands import RevokeDeferral
from domain.instrument_code import NamedInstrument, code_of
from tests.kit.instruments import LEADER, approved, does, issued
from tests.kit.served import Service


async def verify(service: Service, code: str) -> tuple[int, str]:
    answer = await service.http.get(f"/verify/{code}?lang=zh")
    return answer.status_code, answer.text


async def test_a_deferral_is_genuine_until_its_decision_falls(service: Service) -> None:
    case, body = await approved(service, "renewal_deferral")
    deferral = (await issued(service, case))[-1]
    code = code_of(NamedInstrument(case, deferral.version), service.desk.names)
    status, page = await verify(service, code)
    assert status == 200
    assert "真实有效" in page
    assert "准予延期办理回执" in page
    assert "延期期间持有人不得驾驶机动车" in page
    told = (body["applicant"]["name"], body["applicant"]["id_no"], body["licence"]["file_no"])
    reference = (await service.desk.door.open(CASE, case, LEADER))[0].state.reference
    for hidden in (*told, reference, str(case)):
        assert hidden not in page
    await does(service, case, LEADER, RevokeDeferral())
    status, page = await verify(service, code.lower().replace("-", ""))
    assert (status, "真实，但已被撤销" in page, "真实有效" in page) == (200, True, False)


async def test_a_temporary_plate_is_compared_with_the_vehicle(service: Service) -> None:
    case, body = await approved(service, "temp_plate")
    plate = (await issued(service, case))[-1]
    sheet = await sheet_of(service.desk, plate, "zh", "https://host/", clear=False)
    assert sheet.address == f"https://host/verify/{sheet.code}"
    _, page = await verify(service, sheet.code)
    vin = body["vehicle"]["vin"]
    assert vin not in page
    assert f"*************{vin[-4:]}" in page
    assert body["applicant"]["name"][0] not in page.partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize("typed", ["-", "abc", "0" * 40])
async def test_what_is_no_code_of_ours_is_no_paper(service: Service, typed: str) -> None:
    status, page = await verify(service, typed)
    assert (status, "没有此文书" in page) == (404, True)


async def test_the_code_of_what_is_no_paper_names_none(service: Service) -> None:
    case, _ = await approved(service, "renewal_deferral")
    code = code_of(NamedInstrument(case, 1), service.desk.names)
    assert (await verify(service, code))[0] == 404


async def test_whoever_tries_codes_out_is_soon_told_to_come_later(service: Service) -> None:
    for _ in range(VERIFYING.burst):
        assert (await verify(service, "0" * 40))[0] == 404
    case, _ = await approved(service, "renewal_deferral")
    deferral = (await issued(service, case))[-1]
    code = code_of(NamedInstrument(case, deferral.version), service.desk.names)
    status, page = await verify(service, code)
    assert (status, "核验次数过多" in page, "真实有效" in page) == (429, True, False)


async def test_what_is_typed_into_the_form_leads_to_its_address(service: Service) -> None:
    answer = await service.http.get("/verify", params={"code": " 06800-abcde?/x "})
    assert (answer.status_code, answer.headers["location"]) == (303, "/verify/06800-abcdex")
