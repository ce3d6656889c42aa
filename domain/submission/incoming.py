"""An application that has come in and waits to be worked on."""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from domain.case.state import Case
from domain.door.attempt import Written
from domain.door.door import Begun
from domain.door.request import Request
from domain.services.defects import FormRefused
from domain.services.form import Form
from domain.services.reader import read_form
from domain.services.vouched import Vouched
from domain.submission.papers import Named, named_in, named_in_json
from domain.vault import DataKey


class Received(NamedTuple):
    """What :meth:`Door.begin <domain.door.door.Door.begin>` takes."""

    begun: Begun
    prepared: Written[Case] | None


@dataclass(slots=True)
class Incoming:
    body: bytes
    today: date
    request: Request
    vouched: Vouched
    key: DataKey
    answer: asyncio.Future[Received]

    def fail(self, failure: Exception) -> None:
        if not self.answer.done():
            self.answer.set_exception(failure)

    def give_up(self, fault: BaseException) -> None:
        """Ends the wait for a fault of ours, or because everything ends."""
        if isinstance(fault, Exception):
            self.fail(fault)
        else:
            self.answer.cancel()


class Read(NamedTuple):
    """One whose body was read, well or badly, and the documents that it names."""

    waiting: Incoming
    form: Form | FormRefused
    papers: list[Named]


def read_of(waiting: Incoming) -> Read:
    """Reads the form, or notes what is wrong with it beside the documents that it names."""
    try:
        form = read_form(waiting.body, today=waiting.today, vouched=waiting.vouched)
    except FormRefused as refused:
        return Read(waiting, refused, named_in_json(waiting.body))
    return Read(waiting, form, named_in(form))
