"""Whoever enters a demonstration begins on the page on which he works."""

from urllib.parse import urlencode

from tests.kit.served import Service


async def test_whoever_enters_a_demo_as_the_detachment_begins_at_the_console(
    service: Service,
) -> None:
    answer = await service.http.post(
        "/session",
        content=urlencode({"as": "detachment"}),
        headers={
            "content-type": "application/x-www-form-urlencoded",
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/prefecture")
