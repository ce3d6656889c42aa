"""Every part of a form is strict, closed, frozen, and silent about its values."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from domain.law import Law
from domain.titles import Title


class Block(BaseModel):
    """A group of fields, each with its name as a ``Title`` in its annotation.

    ``TITLE`` names the block, ``TEXTS`` says for each rule that the block has itself what is
    wrong and what to do, ``LAWS`` which article stands behind it. The ``repr`` of a block
    shows no field, so no log can.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)

    TITLE: ClassVar[Title | None] = None
    TEXTS: ClassVar[Mapping[str, Title]] = MappingProxyType({})
    LAWS: ClassVar[Mapping[str, Law]] = MappingProxyType({})

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        return iter(())
