"""Whether the register must be asked once more before an officer decides."""

from domain.case.review.answer import is_outdated
from domain.case.state import Case
from domain.door.door import Door
from workers.record_change import last_change


async def outdated(door: Door, current: Case) -> bool:
    """Whether an outcome would rest on an answer of the register that no longer serves."""
    if not current.from_register:
        return False
    change = await last_change(door, current)
    return is_outdated(current, door.clock()) or (change is not None and change.overtakes(current))
