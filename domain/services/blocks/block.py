"""What every part of a form is: strict, closed, frozen, and silent about its values."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict


class Block(BaseModel):
    """A group of fields. Its ``repr`` shows none of them, so no log can."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        return iter(())
