"""The dated numbers of the product, wherever they stand."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import domain
from domain.dated import Dated
from domain.services.catalogue import CATALOGUE


def dated_tables() -> Iterator[Dated[Any]]:
    """The rule tables: each by itself, or in a mapping, of a module or a service."""
    for found in walk_packages(domain.__path__, "domain."):
        for value in vars(import_module(found.name)).values():
            yield from _tables_in(value)
    yield from (service.decide_within for service in CATALOGUE.values())


def _tables_in(value: object) -> Iterator[Dated[Any]]:
    if isinstance(value, Dated):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _tables_in(each)
