"""An aggregate is its folder and a line in each registry: what serves every aggregate names none.

The table in CONTRIBUTING says what each kind of change touches; here it is held to.
"""

from typing import Any, Final

import pytest

from domain.aggregate import Aggregate
from domain.aggregates import AGGREGATES
from tests.kit.rooms import ITS_OWN
from tests.kit.tree import PRODUCT, ROOT, imports, modules, name

REGISTRIES: Final = {
    "domain/aggregates.py",
    "projections/registry.py",
    "api/office_resources.py",
    "api/resources.py",
    "workers/concerned.py",
}
"""Where an aggregate may have a line of its own."""
TELLS_A_STORY: Final = ("cheguan/town/", "cheguan/bench/", "cheguan/whatif/")


def folder(aggregate: Aggregate[Any]) -> str:
    """``domain/NAME/``, where its events stand or stand below."""
    return "/".join(aggregate.event.__module__.split(".")[:2]) + "/"


IMPORTS: Final = {name(path): imports(path) for path in modules(*PRODUCT)}


def naming(aggregate: Aggregate[Any]) -> set[str]:
    """The files of the product, outside its folder, that import from it."""
    module = folder(aggregate).rstrip("/").replace("/", ".")
    return {
        file
        for file, names in IMPORTS.items()
        if not file.startswith(folder(aggregate))
        and any(each == module or each.startswith(f"{module}.") for each in names)
    }


@pytest.mark.parametrize("aggregate", AGGREGATES, ids=lambda each: each.kind)
def test_an_aggregate_is_named_in_its_own_rooms_and_in_the_registries_only(
    aggregate: Aggregate[Any],
) -> None:
    others = tuple(folder(each) for each in AGGREGATES if each is not aggregate)
    rooms = tuple(ITS_OWN[aggregate.kind])
    outside = {
        file
        for file in naming(aggregate) - REGISTRIES
        if not file.startswith((*rooms, *others, *TELLS_A_STORY))
    }
    assert outside == set()


@pytest.mark.parametrize("aggregate", AGGREGATES, ids=lambda each: each.kind)
def test_a_room_that_is_listed_is_in_use(aggregate: Aggregate[Any]) -> None:
    named = naming(aggregate)
    assert [
        room for room in ITS_OWN[aggregate.kind] if not any(f.startswith(room) for f in named)
    ] == []


def test_every_aggregate_has_a_line_in_the_first_registry() -> None:
    named = {file for each in AGGREGATES for file in naming(each)}
    assert "domain/aggregates.py" in named
    assert ITS_OWN.keys() >= {each.kind for each in AGGREGATES}


def test_every_folder_of_events_is_that_of_an_aggregate() -> None:
    """No folder of an aggregate is forgotten in the registry."""
    found = {f"domain/{path.parent.name}/" for path in (ROOT / "domain").glob("*/events.py")}
    assert found <= {folder(each) for each in AGGREGATES}
