"""What a request may be, and how often one may come."""

from dataclasses import dataclass, field

from api.rates.general import GeneralRates
from domain.uploads.media_type import LARGEST


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """A stream of lines may be long, but neither slow nor endless.

    Over all the time that we have waited for it, ``idle_seconds`` apart, it brings at least
    ``bytes_per_second``.
    """

    line_bytes: int = 65_536
    idle_seconds: float = 5
    seconds: float = 900
    bytes_per_second: int = 1_024


@dataclass(frozen=True, slots=True)
class FileLimits:
    """A file has at most ``most_bytes``, and arrives within ``seconds``. ``at_once`` are held."""

    most_bytes: int = LARGEST
    seconds: float = 30
    at_once: int = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """A body is at most ``body_limit`` bytes and arrives within ``body_seconds``.

    ``rates`` are the requests of each client.
    """

    body_limit: int
    body_seconds: float
    upload: UploadLimits = field(default_factory=UploadLimits)
    files: FileLimits = field(default_factory=FileLimits)
    rates: GeneralRates = field(default_factory=GeneralRates)
