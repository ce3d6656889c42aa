"""Forms of window services, their facts and what is wrong with them."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.services.catalogue import WINDOW_SERVICES
from domain.services.defects import FormRefused
from domain.services.reader import read_window_form
from domain.services.window.facts import WindowFacts

TODAY = date(2020, 2, 24)


def example(code: str, **changed: Any) -> dict[str, Any]:
    return {**WINDOW_SERVICES[code].example(TODAY), **changed}


def facts(code: str, **changed: Any) -> WindowFacts:
    return read_window_form(json.dumps(example(code, **changed)).encode(), today=TODAY).facts()


def defects(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    try:
        read_window_form(json.dumps(body).encode(), today=TODAY)
    except FormRefused as refused:
        return [(each.pointer, each.rule) for each in refused.defects]
    return []
