"""A prefecture lets another of its offices go on with the cases of one."""

from collections.abc import Sequence

from msgspec.structs import replace

from domain.circumstances import Circumstances
from domain.offices.office import CASEWORK_KINDS
from domain.offices.tree import HEADQUARTERS, OFFICES
from domain.prefectures import commands, events
from domain.prefectures.refusals import CaseworkOfficeUnknown
from domain.prefectures.state import Prefecture


def transfer_casework(
    current: Prefecture, command: commands.TransferCasework, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    """It takes effect at once. Vehicle business stays in its prefecture (124 art. 44)."""
    choices = [
        office.id
        for office in OFFICES.values()
        if office.region_code == current.region and office.kind in CASEWORK_KINDS
    ]
    for office in (command.from_office, command.to_office):
        if office not in choices:
            raise CaseworkOfficeUnknown(office=office, choices=choices)
    if command.from_office == command.to_office:
        return []
    return [
        events.CaseworkTransferred(
            region=current.region,
            from_office=command.from_office,
            to_office=command.to_office,
            reason=command.reason,
            body=at.by.office or HEADQUARTERS,
        )
    ]


def transferred(current: Prefecture, event: events.CaseworkTransferred) -> Prefecture:
    """It opens and closes nothing, but stands in the stream and has its number there."""
    return replace(current, version=current.version + 1)
