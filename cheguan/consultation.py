"""How the checker asks the register."""

from functools import partial

from api.desk import Desk
from domain.calendar import Calendar
from domain.people import system
from domain.register.port import RegisterPort
from workers.consultation import OfTheRegister
from workers.registers.breaker import Breaker
from workers.registers.own import OwnRegister
from workers.reliefs import reliefs_at


def consultation(made: Desk, register: RegisterPort | None = None) -> OfTheRegister:
    """Asks our own register, if no other is named."""
    asked = Breaker(register or OwnRegister(made.door, made.names, made.clock))
    return OfTheRegister(
        asked,
        made.keyring,
        made.names,
        made.clock,
        Calendar(),
        made.catalogue,
        partial(reliefs_at, made.door, system("register")),
        lambda: asked.away,
    )
