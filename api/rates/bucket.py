"""What a bucket of tokens is, and what is told of it."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from domain.choice import Choice
from domain.titles import Title


class KeyKind(Choice):
    """Whose tokens a bucket holds."""

    ADDRESS = "address", "网络地址", "address"
    PRINCIPAL = "principal", "登录身份", "whoever has signed in"
    REFERENCE = "reference", "查询码", "reference"
    NUMBER = "number", "手机号码", "mobile number"
    EVERYBODY = "everybody", "全部来访者", "everybody together"


@dataclass(frozen=True, slots=True)
class Bucket:
    """``burst`` tokens for each key. When all are gone, they are back after ``refill_s`` seconds.

    ``name`` is public: the headers of answers name it, and rows keep it.
    """

    name: str
    key: KeyKind
    burst: int
    refill_s: int
    what_for: Title

    @property
    def step_s(self) -> float:
        """Seconds until one token is back."""
        return self.refill_s / self.burst


class Fill(NamedTuple):
    """How a bucket stands: whether a token was had, and the seconds until all are back."""

    bucket: Bucket
    taken: bool
    full_in_s: float

    @property
    def left(self) -> int:
        """How many tokens there are."""
        missing = math.ceil(max(0.0, self.full_in_s) / self.bucket.step_s - 1e-6)
        return max(0, self.bucket.burst - missing)

    @property
    def next_s(self) -> int:
        """Whole seconds until there is one more, and at least one."""
        to_one = self.full_in_s - (self.bucket.burst - self.left - 1) * self.bucket.step_s
        return max(1, math.ceil(to_one))
