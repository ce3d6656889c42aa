"""The parts of the dashboard that move are made once, for all who ask for the same."""

from fastapi.routing import APIRoute

from api.live.parts import elements
from api.pages.dashboard.page import router
from api.routers.live import ASKED
from tests.kit.served import Service


async def test_what_the_dashboard_is_not_asked_for_makes_no_parts_anew(service: Service) -> None:
    for query in ("region=410100", "region=410100&x=1", "x=2&region=410100&paused=1"):
        assert (await service.http.get(f"/live/dashboard?{query}")).status_code == 200
    assert len(service.desk.live_parts) == 1
    await service.http.get("/live/dashboard?region=410200")
    assert len(service.desk.live_parts) == 2


def test_everything_that_the_dashboard_may_be_asked_for_is_known_to_its_parts() -> None:
    """To pause it stops the asking and changes no part."""
    routes = (each for each in router.routes if isinstance(each, APIRoute))
    (route,) = (each for each in routes if each.path == "/dashboard")
    asked = {each.alias for each in route.dependant.query_params}
    assert asked - {"paused"} == {*ASKED} - {"screen"}


async def test_the_parts_of_the_dashboard_are_those_of_the_page(service: Service) -> None:
    await service.submitted()
    await service.fold()
    page = (await service.http.get("/dashboard?region=410100&lang=en")).content
    parts = await service.http.get("/live/dashboard?region=410100&lang=en")
    assert parts.status_code == 200
    assert '<table class="overview"' in parts.text
    assert all(element in page for element in elements(parts.content))
    assert 'type="date"' not in parts.text
    assert parts.headers["content-encoding"] == "gzip"
    plain = await service.http.get(
        "/live/dashboard?region=410100&lang=en", headers={"accept-encoding": "identity"}
    )
    assert (plain.content, "content-encoding" in plain.headers) == (parts.content, False)
    assert plain.headers["etag"] != parts.headers["etag"]
    known = {"if-none-match": parts.headers["etag"]}
    again = await service.http.get("/live/dashboard?region=410100&lang=en", headers=known)
    assert (again.status_code, again.content) == (304, b"")
