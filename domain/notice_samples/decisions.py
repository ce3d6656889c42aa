"""An official gets samples at his own number, and not without end."""

from collections.abc import Sequence
from typing import Final

from domain.circumstances import Circumstances
from domain.notice_samples import commands, events
from domain.notice_samples.kinds import NoticeSampleStage
from domain.notice_samples.refusals import NoticeSamplesUsedUp
from domain.notice_samples.state import NoticeSamples

MOST_A_DAY: Final = 20
"""Each message costs money. There are as many texts as a few dozen (practice)."""


def ask(
    current: NoticeSamples, command: commands.AskForNoticeSample, at: Circumstances
) -> Sequence[events.NoticeSampleEvent]:
    of_day = current.of_day if current.asked_on == at.today else 0
    if of_day >= MOST_A_DAY:
        raise NoticeSamplesUsedUp(most=MOST_A_DAY)
    return [
        events.NoticeSampleAsked(
            sample=current.samples + 1,
            step=command.step,
            language=command.language,
            officer=at.by.person,
            asked_on=at.today,
            key_id=command.key_id,
            sealed=command.sealed,
        )
    ]


def hand_over(
    current: NoticeSamples, command: commands.RecordSampleHandOver, at: Circumstances
) -> Sequence[events.NoticeSampleEvent]:
    """Once a sample. Of an earlier one than the latest nothing is recorded any more."""
    if command.sample != current.samples or current.stage is not NoticeSampleStage.DUE:
        return []
    if command.taken:
        return [events.NoticeSampleHandedOver(sample=command.sample)]
    return [events.NoticeSampleTurnedAway(sample=command.sample)]
