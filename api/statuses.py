"""Which HTTP status each refusal of the domain becomes: the only place that knows both."""

from collections.abc import Mapping
from typing import Final

from domain.refusal import Refusal

STATUS: Final[Mapping[type[Refusal], int]] = {}
