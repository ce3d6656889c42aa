"""Our own version 5 UUIDs are those of the standard library."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from domain.name_based import uuid5


@given(st.uuids(), st.text())
def test_as_the_standard_library_computes_them(space: uuid.UUID, name: str) -> None:
    name = name.encode("utf-8", "replace").decode()
    assert uuid5(space.bytes, name) == uuid.uuid5(space, name)
