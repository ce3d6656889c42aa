"""The secrets that we share with the bank."""

from collections.abc import Sequence
from typing import Final

from cheguan.settings import Settings
from cheguan.shared_secrets import shared_token, webhook_secrets

WEBHOOK_SECRETS: Final = "bank-webhook-secrets"
TOKEN: Final = "bank-token"
"""The files, in the folder of the secrets."""


def callback_secrets(settings: Settings) -> Sequence[bytes]:
    """The secrets under which the bank may sign. Raises ``UnsafeSettings``."""
    return webhook_secrets(settings, WEBHOOK_SECRETS)


def bank_token(settings: Settings) -> str:
    """By what the bank knows us. Raises ``UnsafeSettings`` if there is none."""
    return shared_token(settings, TOKEN)
