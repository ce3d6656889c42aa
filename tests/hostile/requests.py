"""What is asked of the service, by people who mean well and by people who do not."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from cheguan.bench.submissions import Requests, key, row
from cheguan.bench.submissions import body as of_row
from cheguan.token import demo_token
from domain.calendar import local_day
from domain.people import Role
from tests.faults.wire import HOST

APPLICANTS: Final = 40
CLERKS: Final = 8
_LIFETIME_S: Final = 43_200
_OFFICE: Final = "410100"
APPLICATIONS: Final = "/api/v1/applications"
DOCUMENTS: Final = "/api/v1/documents"
TRACKING: Final = "/api/v1/tracking"


def head(line: str, headers: Mapping[str, str] | None = None) -> bytes:
    """A request without a body: its line, the host, and further headers."""
    lines = {"Host": HOST, **(headers or {})}
    told = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"{line} HTTP/1.1\r\n{told}\r\n".encode()


def json_post(path: str, body: bytes, headers: Mapping[str, str] | None = None) -> bytes:
    told = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    return head(f"POST {path}", {**told, **(headers or {})}) + body


def upload(body: bytes, media_type: str, headers: Mapping[str, str]) -> bytes:
    told = {"Content-Type": media_type, "Content-Length": str(len(body))}
    return head(f"PUT {DOCUMENTS}", {**told, **headers}) + body


class Known(NamedTuple):
    """An application that was taken, with the number of its vehicle."""

    reference: str
    case: str
    number: int


class Asking:
    """Whole requests in the names of many people, whose tokens last for twelve hours.

    ``numbers`` gives the numbers of applications that nobody has made yet.
    """

    def __init__(self, secrets: Path) -> None:
        self._day = day = local_day(datetime.now(UTC))
        self.applicants = [
            demo_token(secrets, Role.APPLICANT, None, f"applicant-{number}", _LIFETIME_S)
            for number in range(APPLICANTS)
        ]
        self._clerks = [
            demo_token(secrets, Role.CLERK, _OFFICE, f"clerk-{number}", _LIFETIME_S)
            for number in range(CLERKS)
        ]
        self.numbers = count()
        self._submissions = [Requests(HOST, token, day) for token in self.applicants]

    def submission(self, number: int) -> bytes:
        """An application that is valid today. Each number has a vehicle of its own."""
        return self._submissions[number % APPLICANTS].request(number)

    def changed(self, number: int, change: Callable[[dict[str, Any]], None]) -> bytes:
        """An application that would be valid, had it not been changed."""
        body = msgspec.json.decode(of_row(row(number), self._day))
        change(body)
        headers = {**self.by_applicant(number), "Idempotency-Key": key(number)}
        return json_post(APPLICATIONS, msgspec.json.encode(body), headers)

    def tracking(self, known: Known) -> bytes:
        """The question of a citizen about his own application."""
        return self.guess(known.reference, row(known.number).id_no[-4:])

    def guess(self, reference: str, last_four: str, query: str = "") -> bytes:
        body = msgspec.json.encode({"reference": reference, "last_four": last_four})
        return json_post(TRACKING + query, body)

    def by_clerk(self, path: str, number: int) -> bytes:
        return head(f"GET {path}", {"Authorization": f"Bearer {self._clerks[number % CLERKS]}"})

    def by_applicant(self, number: int) -> dict[str, str]:
        """The header with which an applicant says who he is."""
        return {"Authorization": f"Bearer {self.applicants[number % APPLICANTS]}"}
