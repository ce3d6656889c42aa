"""How the people of the town use one service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Generic, TypeVar

from cheguan.town.blocks import Body
from cheguan.town.fates import Fate, Plan
from cheguan.town.people import Person
from domain.case.production.reasons import OldDocument
from domain.services.facts import Facts

F = TypeVar("F", bound=Facts)


def _always(facts: Facts, check: str) -> bool:
    return True


def _returned(facts: Facts) -> OldDocument:
    return OldDocument.RETURNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom(Generic[F]):
    """``share`` of all applications is in hundredths, ``fates`` are in thousandths.

    ``body`` is the form as it is filled in. ``passes`` is what the register says of a check,
    ``old_document`` what becomes of the document that is replaced.
    """

    share: int
    fates: Mapping[Fate, int]
    body: Callable[[Plan, Random, Person, datetime], Body]
    passes: Callable[[F, str], bool] = _always
    old_document: Callable[[F], OldDocument] = _returned
