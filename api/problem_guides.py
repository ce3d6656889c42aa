"""For every problem: which statuses it comes with, why it arises, what to do next, an example."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, Final, NamedTuple, get_type_hints
from uuid import UUID

from api.gate_texts import GATE
from api.problem_causes import BY_STATUS, OF_KINDS, OWN
from api.problem_texts import GENERAL, IDENTITY
from api.request_texts import REQUESTS
from api.statuses import status_of
from api.wire_texts import WIRE
from domain.refusal import Conflict, Forbidden, Invalid, Refusal, Stale, Unknown
from domain.titles import Title


class ProblemGuide(NamedTuple):
    """members are those of the example beside the standard ones."""

    status: int
    cause: Title
    following: Title
    members: Mapping[str, object]


_STATUSES: Final[Mapping[str, int]] = {
    **dict.fromkeys({**GATE, **WIRE}, 400),
    **dict.fromkeys(REQUESTS, 422),
    **dict.fromkeys(IDENTITY, 401),
    **dict.fromkeys(GENERAL, 400),
    **dict.fromkeys(("not-found", "tracking-not-found", "queue-unknown", "parcel-unknown"), 404),
    **dict.fromkeys(("bulletin-day-ahead", "bulletin-day-before", "bulletin-region-unknown"), 404),
    **dict.fromkeys(("idempotency-key-missing", "idempotency-key-invalid"), 400),
    **dict.fromkeys(("if-match-invalid", "if-none-match-invalid", "cursor-invalid"), 400),
    **dict.fromkeys(("form-invalid", "parameters-invalid", "unprocessable"), 422),
    **dict.fromkeys(("media-type-unsupported", "charset-unsupported", "encoding-unsupported"), 415),
    "file-type-unsupported": 415,
    **dict.fromkeys(("body-too-large", "line-too-long"), 413),
    **dict.fromkeys(("store-unavailable", "store-read-only", "outcome-unknown"), 503),
    "sms-unavailable": 503,
    **dict.fromkeys(("not-folded-yet", "unavailable", "identity-unavailable"), 503),
    "method-not-allowed": 405,
    "not-acceptable": 406,
    "body-too-slow": 408,
    "head-too-slow": 408,
    "url-too-long": 414,
    "connections-too-many": 429,
    "head-too-large": 431,
    "transfer-coding-unsupported": 501,
    "version-unsupported": 505,
    "conflict": 409,
    "gone": 410,
    "precondition-failed": 412,
    "precondition-required": 428,
    **dict.fromkeys(("too-many-requests", "too-many-attempts"), 429),
    "unforeseen": 500,
    "forbidden": 403,
    **dict.fromkeys(("form-origin", "https-required"), 403),
    "host-unknown": 421,
}
_ALIKE: Final[Mapping[int, type[Refusal]]] = {
    403: Forbidden,
    404: Unknown,
    409: Conflict,
    410: Unknown,
    412: Stale,
    422: Invalid,
    428: Stale,
}
_LATER: Final = frozenset({408, 500})
_SOMETHING: Final[Mapping[Any, object]] = {
    str: "…",
    str | None: "…",
    int: 2,
    date: "2020-03-02",
    **dict.fromkeys((UUID, UUID | None), "0197e1a2-5b3c-7d4e-8f60-718293a4b5c6"),
}


def guide_of(code: str) -> ProblemGuide:
    """What is said of the problem beside its text."""
    if kind := _refusals().get(code):
        status = status_of(kind)
        of_kind = next(texts for each, texts in OF_KINDS.items() if issubclass(kind, each))
        cause, following = OWN.get(code, of_kind)
        return ProblemGuide(status, cause, following, _members(kind))
    status = _STATUSES.get(code, 400)
    if (alike := _ALIKE.get(status)) and code not in GATE:
        texts = OWN.get(code, OF_KINDS[alike])
        return ProblemGuide(status, *texts, _MEMBERS.get(code, {}))
    texts = BY_STATUS.get(503 if status in _LATER else status, BY_STATUS[400])
    return ProblemGuide(status, *texts, _MEMBERS.get(code, {}))


def _refusals() -> Mapping[str, type[Refusal]]:
    """Every refusal that any aggregate of this process has."""
    return {
        each.code: each
        for each in _kinds(Refusal)
        if each not in OF_KINDS and issubclass(each, tuple(OF_KINDS))
    }


def _kinds(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds(each)


def _members(kind: type[Refusal]) -> Mapping[str, object]:
    if not is_dataclass(kind):
        return {}
    hints = get_type_hints(kind)
    return {field.name: _some(hints[field.name]) for field in fields(kind)}


def _some(hint: Any) -> object:
    return _SOMETHING.get(hint, ["…"])


_DEFECT: Final = {"pointer": "/vehicle/plate_kind", "rule": "choice", "allowed": ["02", "52"]}
_PARAMETER: Final = {"in": "query", "pointer": "/limit", "rule": "int_parsing"}
_MEMBERS: Final[Mapping[str, Mapping[str, object]]] = {
    "position-unknown": {"position": 128},
    "too-many-requests": {"violated-policies": ["anonymous"], "retry_after": 3},
    "too-many-attempts": {"violated-policies": ["tracking-reference"], "retry_after": 741},
    "form-invalid": {"defects": [_DEFECT]},
    "parameters-invalid": {
        "defects": [{"in": "query", "pointer": "/limit", "rule": "int_parsing"}]
    },
    "queue-unknown": {"queues": ["all", "intake", "review"]},
    "opening-unknown": {
        "pointer": "/region",
        "rule": "region_unknown",
        "choices": ["410100", "410300"],
    },
    "dimension-unknown": {"dimensions": ["day", "region", "service"]},
}
