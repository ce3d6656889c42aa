"""A sound body with one thing changed, by the pointer of what is changed."""

from copy import deepcopy
from typing import Any, Final

GONE: Final = object()
"""The value of what is left out."""


def spoiled(body: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Changes what the names point at: ``vehicle__vin`` is the field of a block."""
    changed = deepcopy(body)
    for name, value in changes.items():
        *blocks, field = name.split("__")
        part = changed
        for block in blocks:
            part = part[block]
        if value is GONE:
            del part[field]
        else:
            part[field] = value
    return changed
