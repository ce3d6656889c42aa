"""Tries an attack on a service at work, and judges what the honest clients had of it."""

import asyncio
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from tests.hostile.assault import Assault
from tests.hostile.attack import Attack
from tests.hostile.honest import Honest, refusals, share
from tests.hostile.memory import Peak, resident_mb

AGAIN_WITHIN_S: Final = 30.0
_LEFT_S: Final = 120.0
"""The longest that an attack may go on beyond its own time, such as for an outage."""
_MORE: Final = 0.10
"""The share by which the second round may leave more memory than the first has left."""


@dataclass(frozen=True)
class Form:
    """How an attack is tried: in full, or shortly beside other tests. Times are seconds."""

    short: bool
    rate: float = 50.0
    within_s: float = 5.0
    calm_s: float = 1.0
    rounds: int = 2
    patience: float = 1.0


class Round(msgspec.Struct, frozen=True):
    """What one round has shown. ``again_s`` is None if not everybody was served again.

    ``refused`` tells what those got who were not served meanwhile, and ``still`` afterwards.
    """

    served: float
    again_s: float | None
    peak_mb: float
    after_mb: float
    refused: tuple[str, ...] = ()
    still: tuple[str, ...] = ()


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an attack. ``saw`` counts by answer, and ``wrong`` says what did not hold."""

    name: str
    words: str
    limit: str
    saw: Mapping[str, int]
    before_mb: float
    rounds: tuple[Round, ...]
    wrong: tuple[str, ...]
    seconds: float

    @property
    def withstood(self) -> bool:
        return not self.wrong


async def trial(attack: Attack, honest: Honest, form: Form) -> Result:
    """Attacks round after round, and waits each time until everybody is served again."""
    target = honest.target
    size = attack.short if form.short and attack.short else attack.full
    started = time.monotonic()
    saw: Counter[str] = Counter()
    wrong: list[str] = []
    rounds: list[Round] = []
    await honest.back(started, AGAIN_WITHIN_S * form.patience, form.calm_s)
    before = resident_mb(target.pid)
    for _ in range(form.rounds):
        victim = await honest.applied()
        assault = Assault(target, honest.asking, victim, size, attack.addresses, form.patience)
        rounds.append(await _round(attack, assault, honest, form))
        saw.update(assault.saw)
        wrong += [words for words in assault.wrong if words not in wrong]
    return Result(
        name=attack.name,
        words=attack.words.format(size=size),
        limit=attack.limit,
        saw=saw,
        before_mb=before,
        rounds=tuple(rounds),
        wrong=(*wrong, *judged(attack, before, rounds)),
        seconds=time.monotonic() - started,
    )


async def _round(attack: Attack, assault: Assault, honest: Honest, form: Form) -> Round:
    target, began = assault.target, time.monotonic()
    async with Peak(lambda: target.pid) as peak:
        try:
            async with asyncio.timeout((assault.size.seconds + _LEFT_S) * form.patience):
                await attack.does(assault)
        except Exception as broken:  # noqa: BLE001 - the attacks that follow are tried all the same
            assault.that(False, f"the attack broke off: {broken!r}")
        ended = time.monotonic()
        if not target.alive:
            assault.that(False, "the server has died")
            await target.start()
        again = await honest.back(ended, AGAIN_WITHIN_S * form.patience, form.calm_s)
    asked, later = honest.between(began, ended), honest.between(ended, time.monotonic())
    return Round(
        share(asked),
        again,
        peak.mb,
        resident_mb(target.pid),
        tuple(refusals(asked)),
        tuple(refusals(later)),
    )


def judged(attack: Attack, before: float, rounds: Sequence[Round]) -> list[str]:
    """Says in words what the honest clients, or the memory, should not have felt."""
    wrong = []
    worst = min(rounds, key=lambda each: each.served)
    if worst.served < attack.served:
        told = ", ".join(worst.refused)
        wrong.append(f"{worst.served:.0%} of {attack.served:.0%} honest requests served ({told})")
    for each in rounds:
        if each.again_s is None:
            told = ", ".join(each.still)
            wrong.append(f"not everybody served {AGAIN_WITHIN_S:.0f} s after the end ({told})")
    if (peak := max(each.peak_mb for each in rounds)) > before + attack.grows_mb:
        wrong.append(f"memory {before:.0f} → {peak:.0f} MB, {attack.grows_mb:.0f} MB may be added")
    first, last = rounds[0].after_mb, rounds[-1].after_mb
    if last > first * (1 + _MORE):
        wrong.append(f"another round left {last:.0f} MB after {first:.0f} MB")
    return wrong
