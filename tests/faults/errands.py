"""What the clients ask for: applications, and what officers do with them."""

import hashlib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID

from api.command_request import command_id
from api.demo_issuer import ISSUER
from api.identity import principal
from cheguan.bench.submissions import Requests
from cheguan.bench.submissions import key as submission_key
from cheguan.token import demo_token
from domain.orders.state import order_of
from domain.people import Actor, Role
from tests.kit.life import Life

_OFFICE: Final = "410100"
_LIFETIME_S: Final = 43_200
_END: Final = b"\r\n\r\n"


class Step(StrEnum):
    """The steps, in the order in which a case takes them."""

    SUBMIT = "submit"
    PAY = "pay-order"
    ACCEPT = "accept-case"


_BY: Final[Mapping[Step, Actor]] = {
    Step.SUBMIT: Actor(Role.APPLICANT, "bench"),
    Step.PAY: Actor(Role.CLERK, "clerk-1", _OFFICE),
    Step.ACCEPT: Actor(Role.CLERK, "clerk-2", _OFFICE),
}


_PATHS: Final[Mapping[Step, str]] = {Step.PAY: "orders", Step.ACCEPT: "cases"}


class Errand(NamedTuple):
    """One command about a case. ``expected`` is the version that an officer has seen."""

    number: int
    step: Step = Step.SUBMIT
    case: str | None = None
    expected: int | None = None

    @property
    def key(self) -> str:
        if self.step is Step.SUBMIT:
            return submission_key(self.number)
        return f"{self.step}-{self.number}"

    @property
    def stream(self) -> str | None:
        """What it is given to: the case, or what is owed for it."""
        if self.step is Step.PAY and self.case:
            return str(order_of(UUID(self.case)))
        return self.case

    @property
    def command(self) -> UUID:
        return command_id(principal(ISSUER, _BY[self.step]), self.key)


class Errands:
    """Makes whole requests. The same errand gives the same bytes, so it can be sent again."""

    def __init__(self, secrets: Path) -> None:
        self.secrets = secrets
        self._tokens = {
            step: demo_token(secrets, by.role, by.office, by.id, _LIFETIME_S)
            for step, by in _BY.items()
        }
        self._submissions = Requests("127.0.0.1", self._tokens[Step.SUBMIT])
        self.owed_fen = Life("plate_reissue", 1).state.payable_fen
        self._bodies = {
            Step.PAY: f'{{"amount_fen":{self.owed_fen}}}'.encode(),
            Step.ACCEPT: b"{}",
        }

    def request(self, errand: Errand) -> bytes:
        if errand.step is Step.SUBMIT:
            return self._submissions.request(errand.number)
        body = self._bodies[errand.step]
        return self._with_headers(
            f"POST /api/v1/{_PATHS[errand.step]}/{errand.case}/{errand.step}",
            errand.step,
            f'Idempotency-Key: {errand.key}\r\nIf-Match: "v{errand.expected}"\r\n'
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n",
            body,
        )

    def withdrawal(self, case: str) -> bytes:
        """The applicant of the bench changes his mind."""
        headers = f"Idempotency-Key: withdraw-{case}\r\nContent-Type: application/json\r\n"
        path = f"POST /api/v1/applications/{case}/withdrawal"
        return self._with_headers(path, Step.SUBMIT, f"{headers}Content-Length: 2\r\n", b"{}")

    def question(self, errand: Errand) -> bytes:
        """The request that asks what became of the command of this errand."""
        path = f"GET /api/v1/commands/{errand.command}"
        return self._with_headers(path, errand.step, f"Idempotency-Key: {errand.key}\r\n", b"")

    def get(self, path: str) -> bytes:
        """A request of the first officer for a page or a read."""
        return self._with_headers(f"GET {path}", Step.ACCEPT, "", b"")

    def _with_headers(self, line: str, by: Step, headers: str, body: bytes) -> bytes:
        return (
            f"{line} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Authorization: Bearer {self._tokens[by]}\r\n{headers}\r\n"
        ).encode() + body


def body_hash(request: bytes) -> str:
    """The SHA-256 (hex) of what follows the head."""
    return hashlib.sha256(request.partition(_END)[2]).hexdigest()
