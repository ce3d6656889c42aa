"""Whichever command names an office that there is not, what it would look at is still found."""

from collections.abc import Sequence

import pytest
from msgspec.structs import fields, replace

from domain.case.case import CASE
from domain.case.vocabulary import CaseEvent
from domain.message import Command
from tests.unit.case import situations as s
from tests.unit.case.examples import EXAMPLES
from tests.unit.case.given import given
from tests.unit.case.test_on_site import ACCEPTED_ON_SITE

OFFICE_FIELDS = {"office", "to_office", "from_office", "right_office", "counter"}


def _commands_that_name_an_office() -> list[Command]:
    named = [
        (example, {field.name for field in fields(example)} & OFFICE_FIELDS)
        for example in EXAMPLES.values()
    ]
    return [
        replace(example, **dict.fromkeys(names, "nowhere")) for example, names in named if names
    ]


COMMANDS = _commands_that_name_an_office()
SITUATIONS = (ACCEPTED_ON_SITE, s.READY_FOR_PICKUP, s.READY_TO_SEND, s.REFUSED, s.COMPLETED)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
@pytest.mark.parametrize("history", SITUATIONS, ids=len)
def test_nothing_is_looked_up_there(command: Command, history: Sequence[CaseEvent]) -> None:
    list(CASE.reads(given(history).case, command))
