"""Which HTTP status each kind of refusal becomes. This is the only place that knows both."""

from typing import Final

from domain.refusal import Conflict, Forbidden, Invalid, Refusal, Stale, Unknown

_STATUS: Final = {Unknown: 404, Forbidden: 403, Conflict: 409, Stale: 412, Invalid: 422}


def status_of(refusal: type[Refusal]) -> int:
    """The status of a refusal. Raises ``LookupError`` for one of no kind."""
    return next(status for kind, status in _STATUS.items() if issubclass(refusal, kind))
