"""No stranger is given a read connection on a route that is not for him."""

from collections.abc import Iterator
from typing import get_args

from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from api.dependencies import Arrived, Reading
from api.permissions import Permission, Public
from tests.kit.page_office import Opened

HELD = get_args(Reading)[1].dependency
TAKEN = {get_args(each)[1].dependency for each in (Arrived, Reading)}


def in_order(dependant: Dependant) -> Iterator[object]:
    for each in dependant.dependencies:
        yield from in_order(each)
        yield each.call


def test_a_body_may_be_slow_and_no_connection_waits_for_it(office: Opened) -> None:
    holding = {
        f"{method} {context.path}"
        for context in iter_route_contexts(office.app.routes)
        if (dependant := getattr(context, "dependant", None))
        for method in context.methods or ()
        if HELD in in_order(dependant)
    }
    assert holding
    assert {route for route in holding if not route.startswith(("GET ", "HEAD "))} == set()


def test_who_asks_is_known_before_a_connection_is_taken_or_waited_for(office: Opened) -> None:
    found = {}
    for context in iter_route_contexts(office.app.routes):
        dependant = getattr(context, "dependant", None)
        calls = list(in_order(dependant)) if dependant else []
        if taken := [number for number, call in enumerate(calls) if call in TAKEN]:
            known = next(n for n, call in enumerate(calls) if isinstance(call, Permission | Public))
            found[context.path] = known < min(taken)
    assert found
    assert {path for path, first in found.items() if not first} == set()
