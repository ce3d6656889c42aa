"""An example of each form to spoil, and what the reading says of it."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from domain.services.defects import FormRefused
from domain.services.reader import read_form

TODAY = date(2020, 2, 24)


@pytest.fixture
def plates() -> dict[str, Any]:
    return dict(CATALOGUE["plate_reissue"].example(TODAY))


@pytest.fixture
def contact() -> dict[str, Any]:
    return dict(CATALOGUE["vehicle_contact_change"].example(TODAY))


@pytest.fixture
def deferral() -> dict[str, Any]:
    return dict(CATALOGUE["renewal_deferral"].example(TODAY))


@pytest.fixture
def defects() -> Callable[..., list[tuple[str, str]]]:
    """Pointer and rule of every defect, in order; none for a sound form."""

    def read(body: dict[str, Any] | bytes, today: date = TODAY) -> list[tuple[str, str]]:
        text = body if isinstance(body, bytes) else json.dumps(body).encode()
        try:
            read_form(text, today=today)
        except FormRefused as refused:
            return [(defect.pointer, defect.rule) for defect in refused.defects]
        return []

    return read
