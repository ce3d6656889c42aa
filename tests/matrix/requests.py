"""How each route is asked. A route that is neither a command nor a line here has no request."""

import re
from collections.abc import Mapping
from typing import Any, Final

import httpx
import msgspec

from api.actions import slug
from api.resource import API
from api.resources import CASES
from domain.case.delivery.commands import (
    RequestRepost,
)
from domain.case.intake.commands import AcceptCase, RecordPayment, SupplyCorrection
from domain.case.overlays.commands import (
    AgreeToTransfer,
    DeclineTransfer,
    RequestGreenChannel,
    WithdrawCase,
)
from domain.case.remedies.commands import FileReconsideration
from domain.message import Command
from domain.uploads.samples import sample
from tests.kit.files import PDF
from tests.matrix.ask import FORM, Ask, Shown
from tests.matrix.centre_requests import CENTRES
from tests.matrix.desk_requests import DESK, names_a_case
from tests.matrix.fine_requests import FINES
from tests.matrix.notice_requests import NOTICE_ASKS
from tests.matrix.number_requests import NUMBER_ASKS
from tests.matrix.order_requests import ORDERS
from tests.matrix.parcel_requests import PARCELS
from tests.matrix.register_requests import REGISTER_ASKS
from tests.matrix.seat_requests import SEATS
from tests.matrix.webhook_requests import WEBHOOK_ASKS
from tests.unit.case.examples import EXAMPLES


def _some(name: str) -> Shown:
    """Whether the answer lists anything. Every case of the store concerns the same people."""
    return lambda answer: bool(answer.json()[name])


def _names_an_application(answer: httpx.Response) -> bool:
    return re.search(r'href="/mine/[0-9a-f]{8}-', answer.text) is not None


def _json(**content: Any) -> str:
    return msgspec.json.encode(content).decode()


def _example(kind: type[Command]) -> str:
    return msgspec.json.encode(EXAMPLES[kind]).decode()


def _commands_to_cases() -> dict[str, Ask]:
    return {
        f"POST {API}/cases/{{case}}/{slug(row.command)}": Ask(_example(row.command), at=row.command)
        for row in CASES.decisions
    }


SUBMITTED_UNDER: Final = "the-owner-s-own-key"
_PAPER: Final = {
    "kind": "id_back",
    "sha256": sample(1).sha256.hex(),
    "media_type": "image/jpeg",
    "size": 1000,
}
_APPLICATIONS: Final = f"{API}/applications/{{case}}"
_CODES: Final = f"{API}/one-time-codes/{{one_time_code}}"
_PREFECTURES: Final = f"{API}/prefectures/{{prefecture}}"
_RELIEFS: Final = f"{API}/reliefs/{{reliefs}}"
FIRST_RELIEF: Final = _json(
    mode="suspend",
    clocks=["LIC_RENEW"],
    first="2020-02-24",
    body="headquarters",
    text="驾驶证换证期限适当延长",
)
_GROUNDS: Final = {"reason": "为防控疫情需要作出决定。"}


def _decision(**fields: object) -> str:
    """A decision on windows, with what every one of them needs."""
    return _json(effective_on="2020-03-01", grounds=_GROUNDS, **fields)


_UPLOAD: Final = (
    '--x\r\nContent-Disposition: form-data; name="service"\r\n\r\nplate_reissue\r\n--x--\r\n'
)
_OWN_PAPER: Final = "".join(
    f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
    for name, text in (("case", "{case}"), ("act", "request-green-channel"), ("kind", "evidence"))
)
_APPLY: Final = "/apply/{service}"


def _of_a_draft(body: str = "", media_type: str = FORM) -> Ask:
    """Whoever applies is shown his own draft, and nothing of any case."""
    return Ask(body, media_type=media_type, shown=lambda answer: False)


ASKS: Final[Mapping[str, Ask]] = {
    f"GET {_APPLY}/{{key}}": _of_a_draft(),
    f"POST {_APPLY}/{{key}}": _of_a_draft("applicant.name=1"),
    f"GET {_APPLY}/documents": _of_a_draft(),
    f"POST {_APPLY}/documents": _of_a_draft("remove=1"),
    f"GET {_APPLY}/declaration": _of_a_draft(),
    f"POST {_APPLY}/declaration": _of_a_draft("agreed=yes"),
    f"GET {_APPLY}/code-{{name}}": _of_a_draft(),
    f"POST {_APPLY}/code-{{name}}": _of_a_draft("digits=000000"),
    f"GET {_APPLY}/check": _of_a_draft(),
    f"POST {_APPLY}/check": _of_a_draft("key=1"),
    f"POST {_APPLY}/discard": _of_a_draft(),
    f"POST {_APPLY}/example": _of_a_draft(),
    "POST /apply/upload": _of_a_draft(_UPLOAD, "multipart/form-data; boundary=x"),
    "GET /apply/files/{sha256}": Ask(),
    "GET /apply/done/{case}": Ask(),
    "GET /apply/pay/{case}": Ask(at=RecordPayment),
    "POST /apply/pay/{case}": Ask("pay=1", at=RecordPayment, media_type=FORM),
    **NOTICE_ASKS,
    **WEBHOOK_ASKS,
    **NUMBER_ASKS,
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
    **DESK,
    **CENTRES,
    **ORDERS,
    "GET /prefecture": Ask(query="?region=410100"),
    "POST /prefecture": Ask("region=410100&decide=suspend-windows&act=edit", media_type=FORM),
    "GET /dashboard/cases": Ask(shown=names_a_case),
    "GET /handover": Ask(),
    "GET /handover/manifest": Ask(),
    "POST /handover": Ask("act=scan&scanned=0", media_type=FORM),
    "GET /parked": Ask(),
    "POST /parked": Ask("act=retry", media_type=FORM),
    "GET /counter": Ask(),
    "GET /counter/{window_service}": Ask(),
    "POST /counter/{window_service}": Ask("act=edit", media_type=FORM),
    "GET /counter/receipt/{case}": Ask(),
    "GET /mine": Ask(shown=_names_an_application),
    "GET /mine/{case}": Ask(),
    "GET /mine/{case}/receipt": Ask(),
    "POST /mine/{case}": Ask(
        "act=withdraw-case&version=1&key={case}", at=WithdrawCase, media_type=FORM
    ),
    "POST /mine/upload": Ask(
        f"{_OWN_PAPER}--x--\r\n",
        at=RequestGreenChannel,
        media_type="multipart/form-data; boundary=x",
    ),
    "GET /audit": Ask(query="?case={case}"),
    "GET /audit/day": Ask(query="?at=2020-02-24"),
    "GET /audit/risks": Ask(query="?risk=fallen&draw=5&seed=1"),
    "GET /audit/search": Ask(),
    "GET /audit/search.csv": Ask(),
    "POST /audit": Ask("case={case}", media_type=FORM),
    f"GET {API}/claims/{{claim}}": Ask(),
    f"GET {API}/claims/{{claim}}/history": Ask(),
    f"GET {API}/commands/{{command}}": Ask(
        key=SUBMITTED_UNDER, shown=lambda answer: "answer" in answer.json()
    ),
    f"GET {API}/applications": Ask(shown=_some("applications")),
    f"POST {API}/applications": Ask("{form}", query="?dry_run=1"),
    f"POST {API}/applications/batch": Ask(media_type="application/jsonl"),
    f"POST {API}/window-cases": Ask("{window_case}", shown=lambda answer: False),
    f"GET {_APPLICATIONS}": Ask(),
    f"GET {_APPLICATIONS}/views": Ask(),
    f"POST {_APPLICATIONS}/address": Ask(
        _json(delivery={"mode": "pickup", "pickup_office_id": "410100"}), at=RequestRepost
    ),
    f"POST {_APPLICATIONS}/correction": Ask(_json(documents=[_PAPER]), at=SupplyCorrection),
    f"POST {_APPLICATIONS}/green-channel": Ask(_json(kind="other"), at=RequestGreenChannel),
    f"POST {_APPLICATIONS}/reconsideration": Ask(at=FileReconsideration),
    # Another office than the offered one, so that no case leaves those who are known.
    f"POST {_APPLICATIONS}/transfer-consent": Ask(_json(to_office="410500"), at=AgreeToTransfer),
    f"POST {_APPLICATIONS}/transfer-refusal": Ask(at=DeclineTransfer),
    f"POST {_APPLICATIONS}/withdrawal": Ask(at=WithdrawCase),
    f"POST {API}/one-time-codes": Ask(_json(mobile="{mobile}", purpose="submission")),
    f"POST {_CODES}/confirmation": Ask(_json(digits="000000")),
    f"GET {_CODES}": Ask(),
    f"GET {_CODES}/history": Ask(),
    f"GET {API}/access-records/{{access_record}}": Ask(),
    f"GET {API}/access-records/{{access_record}}/history": Ask(),
    **REGISTER_ASKS,
    **FINES,
    f"GET {_PREFECTURES}": Ask(),
    f"GET {_PREFECTURES}/history": Ask(),
    f"POST {_PREFECTURES}/classify-prefecture": Ask(_json(region="410100", region_class=1)),
    f"POST {_PREFECTURES}/suspend-windows": Ask(_json(effective_on="2020-03-01")),
    f"POST {_PREFECTURES}/take-step": Ask(_decision(step="first")),
    f"POST {_PREFECTURES}/take-step-back": Ask(_decision(step="first")),
    f"POST {_PREFECTURES}/list-third-step-services": Ask(_decision(services=["exam"])),
    f"POST {_PREFECTURES}/open-windows-locally": Ask(
        _decision(offices=["410100"], services=["exam"])
    ),
    f"POST {_PREFECTURES}/close-windows-locally": Ask(_decision(offices=["410100"])),
    f"POST {_PREFECTURES}/transfer-casework": Ask(
        _json(from_office="410100.br1", to_office="410100", reason="load")
    ),
    f"POST {_PREFECTURES}/preview/{{decision}}": Ask(_json(effective_on="2020-03-01")),
    f"POST {_PREFECTURES}/reopen-county-office": Ask(
        _decision(office="410122", services=["exam"], grade="low", county_class=2)
    ),
    f"POST {_PREFECTURES}/close-county-office": Ask(
        _decision(office="410122", grade="low", county_class=2)
    ),
    f"GET {API}/draws/{{draw}}": Ask(),
    f"GET {API}/draws/{{draw}}/history": Ask(),
    f"GET {_RELIEFS}": Ask(),
    f"GET {_RELIEFS}/history": Ask(),
    f"POST {_RELIEFS}/announce-relief": Ask(FIRST_RELIEF),
    f"POST {_RELIEFS}/end-relief": Ask(_json(relief="relief-1", last="2020-03-31")),
    **SEATS,
    **PARCELS,
}


def ask_for(route: str) -> Ask:
    """The request of a route. Raises ``LookupError`` for one that nobody has thought of."""
    if route not in ASKS:
        raise LookupError(f"{route} has no line in tests/matrix/requests.py")
    return ASKS[route]
