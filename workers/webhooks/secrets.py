"""Opens the secrets that sign what a partner is sent."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from domain.keyring import Keyring
from domain.vault import unseal
from domain.webhooks.state import Webhook, secret_part


async def signing_secrets(
    keyring: Keyring, stream: UUID, current: Webhook, now: datetime
) -> Sequence[bytes]:
    """That in use, and the one before it as long as both sign.

    Raises :class:`~domain.keyring.KeyErased` and :class:`~domain.vault.SealBroken`.
    """
    assert current.key_id is not None
    key = await keyring.key(current.key_id)
    numbers = [current.secret]
    if current.former_until is not None and now < current.former_until:
        numbers.append(current.secret - 1)
    parts = [part for each in numbers if (part := secret_part(each)) in current.sealed]
    return [unseal(key, stream, part, current.sealed[part]) for part in parts]
