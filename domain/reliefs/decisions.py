"""What may be announced as a relief, and when one ends."""

from collections.abc import Sequence
from typing import Any, Final

from domain.aggregate import Decision
from domain.circumstances import Circumstances
from domain.clocks.relief import RELIEVABLE
from domain.offices.tree import PROVINCE, REGIONS
from domain.people import Role
from domain.reliefs import commands, events
from domain.reliefs.kind import ReliefMode
from domain.reliefs.refusals import (
    ClockNotRelievable,
    ReliefEndsInThePast,
    ReliefIncomplete,
    ReliefRegionUnknown,
    ReliefsOfAnotherProvince,
    ReliefUnknown,
)
from domain.reliefs.state import Reliefs, ReliefsStage, reliefs_of

_HEADQUARTERS: Final = frozenset({Role.HQ})


def announce(
    current: Reliefs, command: commands.AnnounceRelief, at: Circumstances
) -> Sequence[events.ReliefEvent]:
    if at.stream != reliefs_of(PROVINCE):
        raise ReliefsOfAnotherProvince(province=PROVINCE)
    if beyond := sorted(set(command.clocks) - RELIEVABLE):
        raise ClockNotRelievable(
            clocks=[*map(str, beyond)], choices=[*map(str, sorted(RELIEVABLE))]
        )
    if elsewhere := sorted(set(command.regions) - REGIONS.keys()):
        raise ReliefRegionUnknown(regions=elsewhere, choices=list(REGIONS))
    _is_complete(command)
    if command.instead_of is not None:
        _known(command.instead_of, [each.relief for each in current.standing])
    return [
        events.ReliefAnnounced(
            relief=f"relief-{current.announced + 1}",
            mode=command.mode,
            clocks=tuple(sorted(set(command.clocks))),
            regions=tuple(sorted(set(command.regions))),
            announced_on=at.today,
            first=command.first,
            last=command.last,
            days=command.days,
            months=command.months,
            revive=command.revive,
            body=command.body,
            document_no=command.document_no,
            text=command.text,
            instead_of=command.instead_of,
        )
    ]


def end(
    current: Reliefs, command: commands.EndRelief, at: Circumstances
) -> Sequence[events.ReliefEvent]:
    """A day that has passed was not counted, and people have relied on that."""
    _known(command.relief, [each.relief for each in current.standing if each.is_open])
    (relief,) = (each for each in current.standing if each.relief == command.relief)
    if command.last < max(at.today, relief.first):
        raise ReliefEndsInThePast(earliest=max(at.today, relief.first))
    return [events.ReliefEnded(relief=command.relief, last=command.last)]


def _known(relief: str, choices: list[str]) -> None:
    if relief not in choices:
        raise ReliefUnknown(relief=relief, choices=choices)


def _is_complete(command: commands.AnnounceRelief) -> None:
    """A suspension names days and no term. An addition names a last day, and one term."""
    if command.last is not None and command.last < command.first:
        raise ReliefIncomplete(pointer="/last")
    if command.mode is ReliefMode.SUSPEND:
        if command.days or command.months:
            raise ReliefIncomplete(pointer="/days" if command.days else "/months")
        return
    if command.last is None:
        raise ReliefIncomplete(pointer="/last")
    if bool(command.days) is bool(command.months):
        raise ReliefIncomplete(pointer="/months")
    if command.revive:
        raise ReliefIncomplete(pointer="/revive")


DECISIONS: Final[tuple[Decision[Reliefs, Any], ...]] = (
    Decision(commands.AnnounceRelief, at=set(ReliefsStage), by=_HEADQUARTERS, decide=announce),
    Decision(commands.EndRelief, at={ReliefsStage.ANNOUNCED}, by=_HEADQUARTERS, decide=end),
)
