"""``/mine/violations``: whose vehicle it is finds its violations, and their form is begun."""

from collections.abc import Mapping
from urllib.parse import urlencode

import httpx

from api.pages.kit.officer import COOKIE
from domain.people import Role
from domain.services.choices import Channel, UserKind
from tests.kit.form_reading import Forms
from tests.kit.own_penalties import GRAVE, PLACE, PLATE, SLIGHT, VIN, own_vehicle
from tests.kit.page_office import ID_NO
from tests.kit.served import Service

ASKED = {"id_no": ID_NO, "plate_kind": "02", "plate_no": PLATE, "vin": VIN}


async def sent(service: Service, path: str, given: Mapping[str, str]) -> httpx.Response:
    """The answer to a form of whoever has shown by his sign-in that the ID number is his."""
    token = service.bearer(
        Role.APPLICANT,
        id_no=ID_NO,
        channel=Channel.ONLINE_WEB,
        user_kind=UserKind.REAL_NAME,
    ).removeprefix("Bearer ")
    return await service.http.post(
        path,
        content=urlencode(given),
        headers={
            "cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh",
            "content-type": "application/x-www-form-urlencoded",
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )


async def test_what_is_on_record_is_shown_and_begins_the_form(service: Service) -> None:
    await own_vehicle(service.desk)
    await service.fold()
    found = await sent(service, "/mine/violations", ASKED)
    assert found.status_code == 200, found.text
    assert found.text.count(PLACE) == 2
    assert "罚款超过200元" in found.text
    assert SLIGHT not in found.text
    assert GRAVE not in found.text
    forms = [form for form in Forms(found.text).forms if form.action == "/mine/violations/handle"]
    assert len(forms) == 1
    begun = await sent(service, "/mine/violations/handle", forms[0].filled)
    assert begun.status_code == 303
    assert begun.headers["location"].startswith("/apply/violation_handling/")


async def test_the_vehicle_of_another_tells_nothing(service: Service) -> None:
    await own_vehicle(service.desk)
    await service.fold()
    for instead in ({"plate_no": "豫A1B2C3"}, {"id_no": "410102195503154210"}, {"vin": "1"}):
        found = await sent(service, "/mine/violations", {**ASKED, **instead})
        assert found.status_code == 422
        assert PLACE not in found.text


async def test_nothing_is_said_of_what_no_officer_has_published(service: Service) -> None:
    await own_vehicle(service.desk, published=False)
    await service.fold()
    found = await sent(service, "/mine/violations", ASKED)
    assert found.status_code == 200
    assert "没有可以查询的违法记录" in found.text
