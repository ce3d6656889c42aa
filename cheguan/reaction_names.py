"""The reactions of this installation, by name: those of the aggregates, and those outward."""

from cheguan.carrier_client import carrier_urls
from cheguan.settings import Settings
from domain.codec import Codec
from domain.reactions import declared
from workers.banks.refunds import REFUNDS, REPEATED
from workers.carriers.ways import NAMES
from workers.registers.delivery import OUTSIDE_REGISTER


def reaction_names(settings: Settings, codec: Codec) -> tuple[str, ...]:
    outward = () if settings.register_url is None else (OUTSIDE_REGISTER.name,)
    to_bank = () if settings.bank_url is None else (REFUNDS.name, REPEATED.name)
    to_carriers = NAMES if carrier_urls(settings) else ()
    return (*(each.name for each in declared(codec)), *outward, *to_bank, *to_carriers)
