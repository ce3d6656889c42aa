"""Of a reminder its owner or holder is told, at the contact that the register has on file.

A filing of an address alone leaves the number as it was, so older ones of the same person count
too, the newest first. Whoever was erased is told nothing.
"""

from collections.abc import AsyncIterator, Sequence
from typing import Final
from uuid import UUID

from domain.case.addressees import Addressees, Reached
from domain.case.case import CASE
from domain.door.door import Door
from domain.notices.kinds import Addressee
from domain.register.contact import FiledContact
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.events import HolderReminded
from domain.reminders.notices import reminder_text
from domain.reminders.reminder import REMINDER
from domain.services.service import Subject
from workers.notices.account import WHO
from workers.notices.steps import ToldStep
from workers.registers.filed_contacts import filed_before

_SUBJECTS: Final = {
    ReminderTopic.INSPECTION: Subject.VEHICLE,
    ReminderTopic.RENEWAL: Subject.LICENCE,
    ReminderTopic.MEDICAL: Subject.LICENCE,
    ReminderTopic.OVER_AGE: Subject.LICENCE,
}
"""On which record contacts are filed. A learner's permit has none."""


class ReminderSteps:
    """The :class:`~workers.notices.steps.ToldSteps` of reminders."""

    def __init__(self, door: Door, addressees: Addressees) -> None:
        self._door = door
        self._addressees = addressees

    async def of(self, stream: UUID, version: int) -> ToldStep | None:
        _, history = await self._door.open(REMINDER, stream, WHO)
        event = history[version - 1].event
        text = reminder_text(history, version)
        if text is None or not isinstance(event, HolderReminded):
            return None

        async def people() -> Sequence[Addressee]:
            return [Addressee.HOLDER]

        async def ways(to: Addressee) -> Sequence[Reached]:
            return await self._ways(event)

        name = type(event).__name__
        return ToldStep(stream, version, name, event.office, text, False, False, people, ways)

    async def _ways(self, reminded: HolderReminded) -> Sequence[Reached]:
        async for filed in self._filed(reminded):
            opened, _ = await self._door.open(CASE, filed.case, WHO)
            ways = await self._addressees.filed(filed.case, opened.state, filed.part)
            if ways:
                return ways
        return []

    async def _filed(self, reminded: HolderReminded) -> AsyncIterator[FiledContact]:
        """The contact of the reminder, and those that were filed before it."""
        if (contact := reminded.contact) is None:
            return
        yield contact
        subject = _SUBJECTS.get(reminded.topic)
        if subject is not None:
            before = await filed_before(self._door, subject, reminded.record, contact.case)
            for each in reversed(before):
                yield each
