"""What ``cheguan draws verify`` says of a file. It asks nobody but the file itself."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from domain.draws.verification import Verified, verified

_STRANGE = (
    "This is no public file of draws: its first line does not say so (format cheguan-draws-1). "
    "Was it saved whole, and as it came?"
)
_UNSEEN = (
    "Whether the commitments came before the draws shows only a file that you saved before them: "
    "--commitments FILE."
)


class DrawVerdict(NamedTuple):
    """What is printed, line by line, and whether there is no difference."""

    lines: Sequence[str]
    sound: bool


def verdict(file: Path, saved: Path | None, *, passed_over: bool) -> DrawVerdict:
    """Verifies the file, against one that was saved before, if there is one."""
    if saved is None:
        found = _verified(file, None)
    else:
        with saved.open("rb") as before:
            found = _verified(file, before)
    return DrawVerdict(
        list(_told(found, compared=saved is not None, passed_over=passed_over)),
        not found.differences,
    )


def _verified(file: Path, saved: Iterator[bytes] | None) -> Verified:
    with file.open("rb") as lines:
        return verified(lines, saved)


def _told(found: Verified, *, compared: bool, passed_over: bool) -> Iterator[str]:
    if (head := found.head) is None:
        yield _STRANGE
        return
    yield f"{head.first} to {head.last}, {', '.join(head.regions)}; as of {head.made_at}"
    skipped = found.passed_over
    yield (
        f"draws: {len(found.draws)}; sessions: {found.sessions}; batches: {found.batches}; "
        f"numbers passed over: {len(skipped)}"
    )
    for region, day in found.late:
        yield f"late: draw {region} {day} was committed to after its day had begun"
    if passed_over:
        for number in skipped:
            yield f"passed over: {number}"
    if not compared:
        yield _UNSEEN
    for difference in found.differences:
        yield f"differs: {difference}"
    count = len(found.differences)
    yield "No difference." if not count else f"{count} difference{'s' if count > 1 else ''}."
