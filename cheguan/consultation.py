"""How the checker asks the register."""

from api.desk import Desk
from domain.calendar import Calendar
from domain.register.port import RegisterPort
from workers.consultation import OfTheRegister
from workers.registers.own import OwnRegister


def consultation(made: Desk, register: RegisterPort | None = None) -> OfTheRegister:
    """Asks our own register, if no other is named."""
    asked = register or OwnRegister(made.door, made.names, made.clock)
    return OfTheRegister(asked, made.keyring, made.names, made.clock, Calendar(), made.catalogue)
