"""``If-Match`` on a command, from the header to the stream (RFC 9110 §13.1.1)."""

import httpx
import pytest

from domain.people import Role
from tests.kit.served import Service

CLASSIFY = "/api/v1/prefectures/410100/classify-prefecture"


async def classified(
    service: Service, region_class: int, headers: dict[str, str]
) -> httpx.Response:
    return await service.http.post(
        CLASSIFY,
        json={"region": "410100", "region_class": region_class},
        headers={"authorization": service.bearer(Role.HQ), **headers},
    )


@pytest.fixture
async def begun(service: Service) -> Service:
    """The prefecture at version 2: class one, which closes its windows at once."""
    answer = await classified(service, 1, {"if-match": '"v0"'})
    assert (answer.status_code, answer.json()["version"]) == (200, 2), answer.text
    return service


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"if-match": '"v2"'}, 200),
        ({"if-match": '"v1", "v2"'}, 200),
        ({"if-match": "*"}, 200),
        ({"if-none-match": '"v1"'}, 200),
        ({"if-match": 'W/"v2"'}, 412),
        ({"if-match": '"v1"'}, 412),
        ({"if-match": '"v1", "v3"'}, 412),
        ({"if-match": '"something-else"'}, 412),
        ({"if-match": "*", "if-none-match": 'W/"v2"'}, 412),
        ({"if-match": "v2"}, 400),
        ({}, 428),
    ],
)
async def test_a_command_is_carried_out_on_the_versions_that_are_named(
    begun: Service, headers: dict[str, str], status: int
) -> None:
    answer = await classified(begun, 2, headers)
    assert answer.status_code == status, answer.text
    if status == 412:
        assert answer.json()["version"] == 2


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"if-match": "*"}, 412), ({"if-none-match": "*"}, 200), ({"if-match": 'W/"v0"'}, 412)],
)
async def test_what_has_not_begun_matches_nothing(
    service: Service, headers: dict[str, str], status: int
) -> None:
    assert (await classified(service, 2, headers)).status_code == status


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_who_names_no_version_is_told_what_to_send_for_what_has_not_begun(
    service: Service, language: str
) -> None:
    refused = await classified(service, 2, {"accept-language": language})
    assert refused.status_code == 428
    assert "If-Match" in refused.json()["detail"]
    assert "If-None-Match: *" in refused.json()["detail"]
    page = await service.http.get(
        refused.json()["type"], headers={"accept": "text/html", "accept-language": language}
    )
    assert page.text.count("If-None-Match: *") >= 2


async def test_what_has_begun_is_not_begun_again(begun: Service) -> None:
    """The first command, repeated, is answered as it was; another one is refused."""
    answers = [
        await classified(begun, region_class, {"if-none-match": "*"}) for region_class in (1, 2)
    ]
    assert [answer.status_code for answer in answers] == [200, 412]
    assert answers[0].headers["idempotency-replayed"] == "true"


async def test_a_list_is_asked_again_without_a_key_and_a_star_is_not(begun: Service) -> None:
    listed = {"if-match": '"v1", "v2"'}
    first = await classified(begun, 2, listed)
    again = await classified(begun, 2, listed)
    assert (again.json(), again.headers["idempotency-replayed"]) == (first.json(), "true")
    star = [await classified(begun, region_class, {"if-match": "*"}) for region_class in (1, 1)]
    one, two = (answer.json()["version"] for answer in star)
    assert first.json()["version"] < one == two
    assert all("idempotency-replayed" not in answer.headers for answer in star)


async def test_an_officer_looks_again_without_being_sent_what_he_has(begun: Service) -> None:
    path = "/api/v1/prefectures/410100"
    reader = {"authorization": begun.bearer(Role.CLERK)}
    shown = await begun.http.get(path, headers=reader)
    again = await begun.http.get(path, headers={**reader, "if-none-match": shown.headers["etag"]})
    other = await begun.http.get(path, headers={**reader, "if-none-match": '"v1"'})
    assert (again.status_code, again.content) == (304, b"")
    assert (other.status_code, other.json()) == (200, shown.json())


async def test_an_applicant_names_versions_too(service: Service) -> None:
    case = await service.submitted("renewal_deferral")
    headers = {"authorization": service.bearer(Role.APPLICANT), "if-match": 'W/"v1"'}
    path = f"/api/v1/applications/{case['id']}/withdrawal"
    weak = await service.http.post(path, json={}, headers=headers)
    strong = await service.http.post(path, json={}, headers={**headers, "if-match": '"v1", "v7"'})
    assert (weak.status_code, strong.status_code) == (412, 200)
