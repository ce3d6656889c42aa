"""The services about violations and fines, found by what their forms are about."""

from typing import Any

from api.problems import Problem
from domain.services.catalogue import OPEN_SERVICES
from domain.services.penal.facts import PenalFacts, ViolationFacts
from domain.services.service import Service


def of_violations() -> Service[Any]:
    """The one in which a driver has a violation dealt with. Raises 404 if it is not open."""
    return _first(violations=True)


def of_fines() -> Service[Any]:
    """The one in which a fine is paid. Raises 404 if it is not open."""
    return _first(violations=False)


def _first(*, violations: bool) -> Service[Any]:
    for service in OPEN_SERVICES.values():
        of_violations = issubclass(service.facts, ViolationFacts)
        if issubclass(service.facts, PenalFacts) and of_violations is violations:
            return service
    raise Problem("not-found", 404)
