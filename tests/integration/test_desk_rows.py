"""The rows of a queue tell which case, whose, how long it may still take, and who has it."""

import pytest

from tests.integration.test_desk import accept, look, send
from tests.kit.page_reading import Page
from tests.kit.served import Service


async def rows(service: Service, queue: str, subject: str = "clerk") -> list[list[str]]:
    """The rows of a queue, as the cells of its only table."""
    (table,) = Page((await look(service, f"/desk?queue={queue}", subject)).text).tables.values()
    return table[1:]


async def test_a_row_has_the_reference_and_the_name_and_plate_masked(service: Service) -> None:
    body = await service.example("vehicle_contact_change")
    receipt = await service.submitted("vehicle_contact_change")
    await service.fold()
    ((head, name, plate, stage, left, _),) = await rows(service, "all")
    number = body["vehicle"]["plate_no"]
    assert receipt["reference"] in head
    assert (name, plate) == (body["applicant"]["name"][0] + "*", f"{number[:2]}***{number[-2:]}")
    assert stage.startswith("已提交，待受理")
    assert left == "临期剩余 1 个工作日2020年2月25日"
    page = (await look(service, "/desk?queue=all")).text
    assert body["applicant"]["name"] not in page
    assert number not in page


async def test_a_row_says_in_whose_hands_the_case_is(service: Service) -> None:
    receipt = await service.submitted("renewal_deferral")
    await service.fold()

    async def hands(queue: str, subject: str) -> str:
        ((*_, last),) = await rows(service, queue, subject)
        return last

    assert await hands("intake", "clerk") == "待领取"
    await send(service, "/desk", {"act": "next", "queue": "intake"}, "clerk")
    assert await hands("intake", "clerk") == "本人（已领取）"
    assert await hands("intake", "another") == "clerk（已领取）"
    await accept(service, f"/desk/case/{receipt['id']}")
    await service.fold()
    await send(service, "/desk", {"act": "next", "queue": "review"}, "reviewer")
    await service.fold()
    assert await hands("review", "another") == "reviewer"
    assert await hands("review", "reviewer") == "本人"


@pytest.mark.parametrize("length", [4, 8])
async def test_the_end_of_a_reference_finds_the_open_case_alone(
    service: Service, length: int
) -> None:
    receipt = await service.submitted("renewal_deferral")
    await service.submitted("vehicle_contact_change")
    await service.fold()
    ending = receipt["reference"].replace("-", "")[-length:].lower()
    found = await send(service, "/desk", {"act": "find", "number": ending})
    assert [row[0][-16:] for row in Page(found.text).tables["搜索结果"][1:]] == [
        receipt["reference"]
    ]
    assert ending not in str(found.url)


async def test_a_search_is_told_in_the_other_language_with_the_number_kept(
    service: Service,
) -> None:
    sent = {"act": "find", "number": "9999"}
    answer = await send(service, "/desk", sent)
    switch = Page(answer.text)
    assert {"method": "post", "action": "/desk?lang=en"} in switch.all("form")
    again = await send(service, "/desk?lang=en", sent)
    assert "No case was found" in again.text
    assert any(each.get("value") == "9999" for each in Page(again.text).all("input"))
