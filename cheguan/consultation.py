"""The register that the checker asks."""

from api.desk import Desk
from domain.calendar import Calendar
from workers.consultation import OfTheRegister
from workers.registers.own import OwnRegister


def consultation(made: Desk) -> OfTheRegister:
    register = OwnRegister(made.door, made.names, made.clock)
    return OfTheRegister(register, made.keyring, made.names, made.clock, Calendar(), made.catalogue)
