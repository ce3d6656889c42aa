"""How each route is asked. A route that is neither a command nor a line here has no request."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

import httpx
import msgspec

from api.actions import slug
from api.pages.kit.officer import COOKIE
from api.resource import API
from api.resources import CASES
from domain.case.delivery.commands import (
    RecordDelivery,
    RecordFailedDelivery,
    RecordReturn,
    RecordScan,
    RequestRepost,
)
from domain.case.intake.commands import AcceptCase, RecordPayment, SupplyCorrection
from domain.case.overlays.commands import RequestGreenChannel, WithdrawCase
from domain.case.remedies.commands import FileReconsideration
from domain.case.review.commands import ApproveCase
from domain.message import Command
from domain.uploads.samples import sample
from tests.kit.files import PDF
from tests.unit.case.examples import EXAMPLES

Shown = Callable[[httpx.Response], bool]
JSON: Final = "application/json"


@dataclass(frozen=True)
class Ask:
    """A request about a case. ``at`` is a command that is possible there.

    In ``body`` and ``query`` stand names of what the case has. ``shown`` says whether an answer
    that was no refusal tells of a case. The ``key`` of a request is its own if none is named.
    """

    body: str = ""
    at: type[Command] = ApproveCase
    query: str = ""
    media_type: str = JSON
    shown: Shown = lambda answer: True
    key: str | None = None

    def headers(self, token: str) -> dict[str, str]:
        """A page finds the token in a cookie, every other route in a header."""
        return {
            "authorization": f"Bearer {token}",
            "cookie": f"{COOKIE}={token}",
            "content-type": self.media_type,
            "if-match": "*",
            "idempotency-key": self.key or str(uuid4()),
            "origin": "http://127.0.0.1",
            "sec-fetch-site": "same-origin",
        }


def _some(name: str) -> Shown:
    """Whether the answer lists anything. Every case of the store concerns the same people."""
    return lambda answer: bool(answer.json()[name])


def _json(**content: Any) -> str:
    return msgspec.json.encode(content).decode()


def _example(kind: type[Command]) -> str:
    return msgspec.json.encode(EXAMPLES[kind]).decode()


def _commands_to_cases() -> dict[str, Ask]:
    return {
        f"POST {API}/cases/{{case}}/{slug(row.command)}": Ask(_example(row.command), at=row.command)
        for row in CASES.decisions
    }


def _told_of_a_parcel(kind: type[Command]) -> Ask:
    return Ask(_example(kind), at=kind)


SUBMITTED_UNDER: Final = "the-owner-s-own-key"
_PAPER: Final = {
    "kind": "id_back",
    "sha256": sample(1).sha256.hex(),
    "media_type": "image/jpeg",
    "size": 1000,
}
_APPLICATIONS: Final = f"{API}/applications/{{case}}"
_PARCELS: Final = f"{API}/parcels/{{item_no}}"
_CODES: Final = f"{API}/one-time-codes/{{one_time_code}}"
_PREFECTURES: Final = f"{API}/prefectures/{{prefecture}}"
_FORM: Final = "application/x-www-form-urlencoded"

ASKS: Final[Mapping[str, Ask]] = {
    **_commands_to_cases(),
    f"GET {API}/cases": Ask(shown=_some("cases")),
    f"POST {API}/cases/lookup": Ask("{lookup}", shown=_some("cases")),
    f"POST {API}/cases/next": Ask(
        _json(queue="intake"), at=AcceptCase, shown=lambda answer: answer.status_code == 200
    ),
    f"GET {API}/cases/{{case}}": Ask(),
    f"POST {API}/cases/{{case}}/reveal": Ask(_json(parts=["applicant"], purpose="identity")),
    f"GET {API}/cases/{{case}}/documents": Ask(),
    f"GET {API}/cases/{{case}}/documents/{{sha256}}": Ask(),
    f"PUT {API}/documents": Ask(PDF.decode(), media_type="application/pdf"),
    f"GET {API}/cases/{{case}}/history": Ask(),
    f"GET {API}/audit/cases/{{case}}/history": Ask(),
    f"GET {API}/audit/{{kind}}/{{stream}}/history": Ask(),
    "GET /audit": Ask(query="?case={case}"),
    "POST /audit": Ask("case={case}", media_type=_FORM),
    f"GET {API}/claims/{{claim}}": Ask(),
    f"GET {API}/claims/{{claim}}/history": Ask(),
    f"GET {API}/orders/{{order}}": Ask(at=RecordPayment),
    f"GET {API}/orders/{{order}}/history": Ask(at=RecordPayment),
    f"POST {API}/orders/{{order}}/pay-order": Ask(_json(amount_fen=1), at=RecordPayment),
    f"GET {API}/commands/{{command}}": Ask(
        key=SUBMITTED_UNDER, shown=lambda answer: "answer" in answer.json()
    ),
    f"GET {API}/applications": Ask(shown=_some("applications")),
    f"POST {API}/applications": Ask("{form}", query="?dry_run=1"),
    f"POST {API}/applications/batch": Ask(media_type="application/jsonl"),
    f"GET {_APPLICATIONS}": Ask(),
    f"GET {_APPLICATIONS}/views": Ask(),
    f"POST {_APPLICATIONS}/address": Ask(
        _json(delivery={"mode": "pickup", "pickup_office_id": "410100"}), at=RequestRepost
    ),
    f"POST {_APPLICATIONS}/correction": Ask(
        _json(documents=[_PAPER]),
        at=SupplyCorrection,
    ),
    f"POST {_APPLICATIONS}/green-channel": Ask(_json(kind="other"), at=RequestGreenChannel),
    f"POST {_APPLICATIONS}/reconsideration": Ask(at=FileReconsideration),
    f"POST {_APPLICATIONS}/withdrawal": Ask(at=WithdrawCase),
    f"POST {_PARCELS}/scan": _told_of_a_parcel(RecordScan),
    f"POST {_PARCELS}/failed-delivery": _told_of_a_parcel(RecordFailedDelivery),
    f"POST {_PARCELS}/delivery": _told_of_a_parcel(RecordDelivery),
    f"POST {_PARCELS}/return": _told_of_a_parcel(RecordReturn),
    f"POST {API}/one-time-codes": Ask(_json(mobile="{mobile}", purpose="submission")),
    f"POST {_CODES}/confirmation": Ask(_json(digits="000000")),
    f"GET {_CODES}": Ask(),
    f"GET {_CODES}/history": Ask(),
    f"GET {API}/access-records/{{access_record}}": Ask(),
    f"GET {API}/access-records/{{access_record}}/history": Ask(),
    f"GET {API}/vehicles/{{vehicle}}": Ask(),
    f"GET {API}/vehicles/{{vehicle}}/history": Ask(),
    f"GET {API}/licences/{{licence}}": Ask(),
    f"GET {API}/licences/{{licence}}/history": Ask(),
    f"GET {API}/learner-permits/{{learner_permit}}": Ask(),
    f"GET {API}/learner-permits/{{learner_permit}}/history": Ask(),
    f"GET {_PREFECTURES}": Ask(),
    f"GET {_PREFECTURES}/history": Ask(),
    f"POST {_PREFECTURES}/classify-prefecture": Ask(_json(region="410100", region_class=1)),
    f"POST {_PREFECTURES}/suspend-windows": Ask(_json(effective_on="2020-03-01")),
    f"POST {_PREFECTURES}/take-step": Ask(_json(step="first", effective_on="2020-03-01")),
    f"POST {_PREFECTURES}/reopen-county-office": Ask(
        _json(office="410122", effective_on="2020-03-01")
    ),
}


def ask_for(route: str) -> Ask:
    """The request of a route. Raises ``LookupError`` for one that nobody has thought of."""
    if route not in ASKS:
        raise LookupError(f"{route} has no line in tests/matrix/requests.py")
    return ASKS[route]
