"""The secrets that we share with a system elsewhere: that of its callbacks, and our token.

``NAME-webhook-secrets`` holds a secret of Standard Webhooks (``whsec_…``) a line. There are two
while one is being replaced: the sender signs with the new one as soon as both stand here.
"""

from collections.abc import Sequence
from os import urandom
from pathlib import Path
from secrets import token_urlsafe
from typing import Final

from api.private_file import KeyFileUnsafe, read, read_or_make
from cheguan.settings import Settings, UnsafeSettings
from domain.inbox.webhook_signature import SecretUnusable, secret_of, written

_SIZE: Final = 32


def webhook_secrets(settings: Settings, file_name: str) -> Sequence[bytes]:
    """The secrets under which somebody may sign. Without the file nothing of him is believed.

    A demonstration makes one. Raises :class:`UnsafeSettings` for a file that others can read, or
    that holds none.
    """
    file = settings.secrets_dir / file_name
    if settings.demo:
        read_or_make(file, lambda: written(urandom(_SIZE)).encode())
    if not file.exists():
        return ()
    try:
        return [secret_of(line) for line in _text(file).split()]
    except SecretUnusable:
        raise UnsafeSettings(
            f"{file} must hold secrets of Standard Webhooks: whsec_ and the base64 of 24 to 64 "
            "bytes, one a line."
        ) from None


def shared_token(settings: Settings, file_name: str) -> str:
    """By what a system elsewhere knows us. Raises :class:`UnsafeSettings` if there is none."""
    file = settings.secrets_dir / file_name
    if settings.demo:
        read_or_make(file, lambda: token_urlsafe(_SIZE).encode())
    return _text(file).strip()


def _text(file: Path) -> str:
    try:
        return read(file).decode("ascii")
    except (OSError, KeyFileUnsafe, UnicodeDecodeError) as wrong:
        raise UnsafeSettings(
            f"{file} cannot be used ({type(wrong).__name__}). It must be readable by its owner "
            "only (mode 0600)."
        ) from None
