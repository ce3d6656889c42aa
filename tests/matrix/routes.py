"""All routes of the application, and what came of asking them."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI

from api.permissions import permissions
from tests.kit.served import Service
from tests.matrix.observed import Cell, Matrix
from tests.matrix.outcomes import Outcome


def routes_of(service: Service) -> tuple[list[str], list[str]]:
    """The routes that ask who comes, and those that do not."""
    app: Any = service.app
    while not isinstance(app, FastAPI):
        app = app.app
    roles = permissions(app)
    asking = [route for route, allowed in roles.items() if allowed]
    return asking, [route for route in roles if route not in asking]


async def observed(service: Service) -> tuple[Mapping[Cell, Outcome], list[str]]:
    """What came of every route that asks who comes, and the names of the others."""
    asking, open_to_all = routes_of(service)
    matrix = Matrix(service)
    await matrix.begin()
    told: dict[Cell, Outcome] = {}
    for route in asking:
        told |= await matrix.of(route)
    return told, open_to_all
