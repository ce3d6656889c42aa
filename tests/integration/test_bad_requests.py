"""What nobody should send: always a 4xx problem, never a 5xx, and nothing stored."""

import json
from typing import Any

import pytest

from domain.people import Role
from tests.kit.served import Service

ADDRESSES = (
    "/api/v1/applications",
    "/api/v1/tracking",
    "/api/v1/cases/lookup",
    "/api/v1/cases/next",
    "/api/v1/cases/00000000-0000-7000-8000-000000000000/accept-case",
    "/api/v1/cases/00000000-0000-7000-8000-000000000000/record-payment-failure",
    "/api/v1/orders/00000000-0000-7000-8000-000000000000/pay-order",
    "/api/v1/applications/00000000-0000-7000-8000-000000000000/correction",
    "/api/v1/applications/00000000-0000-7000-8000-000000000000/address",
    "/api/v1/parcels/EE123456785CN/scan",
    "/api/v1/prefectures/410100/classify-prefecture",
    "/api/v1/prefectures/%00/suspend-windows",
)
BODIES = {
    "nothing": b"",
    "no json": b"{",
    "NaN": b'{"a":NaN}',
    "overflow": b'{"a":1e999}',
    "NUL": b'{"a":"\\u0000"}',
    "lone surrogate": b'{"a":"\\ud800"}',
    "duplicate key": b'{"a":1,"a":2}',
    "depth 50": b'{"a":' * 50 + b"1" + b"}" * 50,
    "not an object": b"[1]",
    "latin-1": '{"a":"é"}'.encode("latin-1"),
    "byte order mark": b'\xef\xbb\xbf{"a":1}',
    "unknown field": b'{"never_heard_of":1}',
    "numbers for names": b'{"service":1,"reference":1,"queue":1,"amount_fen":"1"}',
    "a huge number": b'{"amount_fen":99999999999999999999}',
    "markup": b'{"_type_":"os:system","_data_":"ls"}',
    "too large": b'{"a":"' + b"x" * 200_000 + b'"}',
}


async def test_no_body_does_harm_at_any_address(service: Service) -> None:
    answers = []
    for address in ADDRESSES:
        role = _role(address)
        for name, body in BODIES.items():
            answer = await service.http.post(
                address,
                content=body,
                headers={
                    "content-type": "application/json",
                    "authorization": service.bearer(role),
                    "idempotency-key": "key",
                    "if-match": '"v1"',
                },
            )
            answers.append((address, name, answer))

    wrong = [
        (address, name, answer.status_code)
        for address, name, answer in answers
        if not (
            400 <= answer.status_code < 500 or (answer.status_code == 204 and "next" in address)
        )
    ]
    assert wrong == []
    for _, _, answer in answers:
        if answer.status_code != 204:
            assert answer.headers["content-type"] == "application/problem+json"
    assert await service.desk.log.position() == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/json; charset=utf-16"},
        {"content-type": "application/json", "content-encoding": "gzip"},
        {"content-type": "application/json", "if-match": "W/nonsense"},
        {"content-type": "application/json", "idempotency-key": "two words"},
        {"content-type": "application/json", "authorization": "Bearer nonsense"},
        {"content-type": "application/json", "authorization": "Basic YTpi"},
    ],
)
async def test_no_header_does_harm(service: Service, headers: dict[str, str]) -> None:
    sent = {
        "authorization": service.bearer(Role.APPLICANT),
        "idempotency-key": "key",
        **headers,
    }
    body = json.dumps(await service.example("plate_reissue"))
    answer = await service.http.post("/api/v1/applications", content=body, headers=sent)

    if "if-match" not in headers:
        assert 400 <= answer.status_code < 500
        assert await service.desk.log.position() == 0


@pytest.mark.parametrize(
    "query",
    [
        "/api/v1/cases?queue=nonsense",
        "/api/v1/cases?cursor=nonsense",
        "/api/v1/cases?min_position=-1",
        "/api/v1/cases?service=%00",
        "/api/v1/statistics/throughput?from=2020-02-30",
        "/api/v1/statistics/throughput?from=2020-03-01&to=2020-02-01",
        "/api/v1/statistics/throughput?to=0001-01-10",
        "/api/v1/statistics/throughput?from=0001-01-01&to=9999-12-31",
        "/api/v1/statistics/throughput?from=9999-12-01&to=9999-12-31",
        "/api/v1/statistics/throughput?by=name",
        "/api/v1/statistics/throughput?service=nonsense",
        "/api/v1/services/nonsense",
        "/api/v1/cases/nonsense",
        "/api/v1/audit/cases/00000000-0000-7000-8000-000000000000/history?at=yesterday",
        "/api/v1/audit/nonsense/00000000-0000-7000-8000-000000000000/history",
        "/api/v1/audit/prefecture/nonsense/history",
        "/api/v1/prefectures/nonsense",
        "/api/v1/prefectures/%00",
        "/api/v1/prefectures/%ED%A0%80",
        "/api/v1/prefectures/" + "4" * 65,
        "/api/v1/prefectures/410100/history?at=1e3",
        "/problems/nonsense",
        "/nowhere",
    ],
)
async def test_no_address_does_harm(service: Service, query: str) -> None:
    answer = await service.http.get(query, headers={"authorization": service.bearer(Role.CLERK)})

    assert 400 <= answer.status_code < 500


async def test_a_field_that_looks_like_a_marker_of_a_library_is_only_unknown(
    service: Service,
) -> None:
    body: dict[str, Any] = await service.example("plate_reissue")
    body["vehicle"]["_type_"] = "nosuch"
    answer = await service.submit(body, "key")

    assert answer.status_code == 422
    assert await service.desk.log.position() == 0


def _role(address: str) -> Role:
    if "applications" in address:
        return Role.APPLICANT
    if "prefectures" in address:
        return Role.HQ
    return Role.CARRIER if "parcels" in address else Role.CLERK
