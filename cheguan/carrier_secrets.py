"""The secrets that we share with each carrier."""

from collections.abc import Mapping, Sequence

from cheguan.settings import Settings
from cheguan.shared_secrets import shared_token, webhook_secrets
from domain.carriers.carrier import CarrierName


def secrets_file(carrier: CarrierName) -> str:
    """The file of the secrets of its callbacks, in the folder of the secrets."""
    return f"carrier-{carrier}-webhook-secrets"


def carrier_secrets(settings: Settings) -> Mapping[str, Sequence[bytes]]:
    """The secrets under which each carrier may sign. Raises ``UnsafeSettings``."""
    return {each: webhook_secrets(settings, secrets_file(each)) for each in CarrierName}


def carrier_token(settings: Settings, carrier: CarrierName) -> str:
    """By what a carrier knows us. Raises ``UnsafeSettings`` if there is none."""
    return shared_token(settings, f"carrier-{carrier}-token")
