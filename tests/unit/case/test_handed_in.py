"""Whatever event names documents is known, or the files would be deleted as unused."""

from typing import Any

import msgspec

from domain.aggregates import AGGREGATES
from domain.case.handed_in import NAMING
from domain.services.facts import Facts, Paper


def names_papers(annotation: Any) -> bool:
    """Whether a value of this type may hold a paper."""
    if isinstance(annotation, type) and issubclass(annotation, Paper | Facts):
        return True
    return any(map(names_papers, getattr(annotation, "__args__", ())))


def test_every_event_that_names_documents_is_listed() -> None:
    found = {
        row.event
        for aggregate in AGGREGATES
        for row in aggregate.effects
        if any(names_papers(field.type) for field in msgspec.structs.fields(row.event))
    }
    assert found == set(NAMING)
