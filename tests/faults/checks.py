"""Counts the invariants that were checked, and tells in words those that did not hold."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

PROMISES: Final[Mapping[str, str]] = {
    "I1": "What was acknowledged is stored, exactly once, with the version and position it named.",
    "I2": "What was refused or not applied left nothing; an unknown outcome is settled in 10 s.",
    "I3": "The versions of every stream are 1…n, without a hole or a repetition.",
    "I4": "The log has one order: a reader that follows it misses nothing and sees nothing twice.",
    "I5": "Command log and events agree: every event has its command, every command its events.",
    "I6": "Every read model equals the one folded again from the first event, byte for byte.",
    "I7": "Nothing is counted twice or forgotten: cases, rows and figures have the same sums.",
    "I8": "Positions of read models never go back, and reach the log within 10 s of its rest.",
    "I9": "Every event is on the topic, linked to the one before it in its partition.",
    "I10": "A deadline acts once, and never before it has run out.",
    "I11": "What the bank tells counts once: its books, the inbox, the orders and the cases agree.",
    "I16": "What follows elsewhere follows once: each payment is in its case, or given back.",
    "I17": "A closed window holds each case that needs it once; its opening lifts this hold alone.",
    "I18": "Of all who want the same number or seat one has it, and each other is told just that.",
    "R1": "The same key again gives the same answer, whatever happened in between.",
    "R2": "No answer is other than 2xx, 4xx or 503.",
    "R3": "No conflict (409, 412) and no other refusal is given to a client that is alone.",
    "R4": "After a fault the service answers again by itself, within the time set for it.",
    "R5": "Nothing unforeseen happens inside: no such line in any log of the service.",
}
"""The invariants I are those of docs/trust-model.md. The bench adds R."""

_TOLD: Final = 8


class Checks:
    """Counts each check, and keeps the first few of each invariant that failed."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.words: list[str] = []

    def that(self, invariant: str, held: bool, words: str) -> None:
        self.count[invariant] += 1
        if not held:
            self.failures[invariant] += 1
            if self.failures[invariant] <= _TOLD:
                self.words.append(f"{invariant}: {words}")

    @property
    def held(self) -> bool:
        return not self.failures
