"""What an operator may set, read from the environment once, when the process starts."""

import os
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from cheguan.http.limits import WireLimits


class UnsafeSettings(Exception):
    """The process must not start like this; the message says what to change."""


def _data() -> Path:
    chosen = os.environ.get("CHEGUAN_DATA")
    return Path(chosen) if chosen else user_data_path("cheguan", appauthor=False)


class Settings(WireLimits, BaseSettings):
    """Settings of the API process: ``CHEGUAN_PORT=8080`` sets ``port``.

    The two database addresses carry passwords and are therefore left out of ``repr``.
    Each may stand in a file instead, which ``DATABASE_URL_FILE`` or ``VAULT_DATABASE_URL_FILE``
    names. ``holidays_file`` holds holiday notices that are later than those of the software.
    ``rates_file`` grants some clients more requests than others have, and ``rates_times`` is by
    how much everybody may ask more often. Sizes are bytes, times are seconds; hosts and proxies
    are lists with commas. ``register_url`` is a register of vehicles and licences elsewhere,
    whose token lies in ``register-token`` beside the keys, and ``bank_url`` a bank, with
    ``bank-token``. ``sms_urls`` are gateways for text messages, the first one first, whose tokens
    lie in ``sms-token-1`` and so on; ``smtp_host`` is a mail server, with ``smtp-password``, and
    ``public_url`` how people reach this service, for the links in messages.
    ``ems_url`` and ``registered_url`` are the two carriers, with
    ``carrier-NAME-token``; ``notify_url`` is where they reach this service, and after
    ``carrier_silence_s`` without news of a parcel they are asked.
    ``registry`` is where a process finds what is registered; whoever starts one tells it so.
    """

    model_config = SettingsConfigDict(
        env_prefix="CHEGUAN_", env_ignore_empty=True, validate_by_name=True, frozen=True
    )

    database_url: str | None = Field(default=None, validation_alias="DATABASE_URL", repr=False)
    vault_database_url: str | None = Field(
        default=None, validation_alias="VAULT_DATABASE_URL", repr=False
    )
    database_url_file: Path | None = Field(default=None, validation_alias="DATABASE_URL_FILE")
    vault_database_url_file: Path | None = Field(
        default=None, validation_alias="VAULT_DATABASE_URL_FILE"
    )
    kafka_bootstrap_servers: str | None = Field(
        default=None, validation_alias="KAFKA_BOOTSTRAP_SERVERS"
    )
    registry: str = "cheguan.registry:REGISTRY"
    kafka_topic: str = "cheguan.events.v1"
    secrets_dir: Path = Field(default_factory=lambda: _data() / "secrets")
    holidays_file: Path | None = None
    known_dir: Path = Field(default_factory=lambda: _data() / "known")

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65_535)
    operators_host: str = "127.0.0.1"
    operators_port: int | None = Field(default=None, ge=0, le=65_535)
    limit_concurrency: int = Field(default=512, ge=1)

    register_url: str | None = None
    bank_url: str | None = None
    sms_urls: str = ""
    smtp_host: str | None = None
    smtp_port: int = Field(default=587, ge=1, le=65_535)
    smtp_user: str | None = None
    mail_sender: str | None = None
    public_url: str | None = None
    ems_url: str | None = None
    registered_url: str | None = None
    notify_url: str | None = None
    webhooks_loopback: bool = False
    carrier_silence_s: float = Field(default=86_400, gt=0)
    issuer: str | None = None
    jwks_url: str | None = None
    audience: str = "cheguan"
    demo: bool = False
    production: bool = False
    allowed_hosts: str = ""
    trusted_proxies: str = ""
    hsts_seconds: int = Field(default=31_536_000, ge=0)

    body_limit: int = Field(default=65_536, ge=1)
    body_seconds: float = Field(default=5, gt=0)
    upload_seconds: float = Field(default=900, gt=0)
    upload_idle_seconds: float = Field(default=5, gt=0)
    upload_bytes_per_second: int = Field(default=1_024, ge=1)
    document_seconds: float = Field(default=30, gt=0)
    clamd_socket: Path | None = None
    request_deadline_s: float = Field(default=5, gt=0)
    rates_times: float = Field(default=1, gt=0)
    rates_file: Path | None = None
    finish_seconds: float = Field(default=6, gt=0)

    queue_max: int = Field(default=2_000, ge=1)
    max_batch: int = Field(default=128, ge=1)
    reader_connections: int = Field(default=8, ge=1)
    health_connections: int = Field(default=1, ge=1)

    @property
    def operators_at(self) -> int:
        """The port for operators: a thousand above ``port`` unless it is set, and 0 with 0."""
        if self.operators_port is not None or self.port == 0:
            return self.operators_port or 0
        return self.port + (1_000 if self.port <= 64_000 else -1_000)

    @property
    def local_address(self) -> str:
        """Where this service is reached on this machine."""
        return f"http://{self.host}:{self.port}"

    @model_validator(mode="before")
    @classmethod
    def _addresses_from_files(cls, given: Any) -> Any:
        """What is given itself wins over its file."""
        read = {
            name: _text_of(f"{name}_FILE", file)
            for name in ("DATABASE_URL", "VAULT_DATABASE_URL")
            if (file := given.get(f"{name}_FILE"))
        }
        return read | given


def _text_of(variable: str, file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as wrong:
        reason = wrong.strerror if isinstance(wrong, OSError) else "it is no text"
        raise UnsafeSettings(
            f"{variable}: {file} cannot be read ({reason}). Name a file that holds the address "
            "of a database and nothing else."
        ) from None


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``. A name other than localhost is not trusted."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _is_private_channel(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))


def check_register(settings: Settings) -> None:
    """Persons are named to the register. Raises :class:`UnsafeSettings` where others hear it."""
    if settings.register_url is not None and not _is_private_channel(settings.register_url):
        raise UnsafeSettings("CHEGUAN_REGISTER_URL must use https, or http on this machine.")


def check_bank(settings: Settings) -> None:
    """Payments are named to the bank. Raises :class:`UnsafeSettings` where others hear it."""
    if settings.bank_url is not None and not _is_private_channel(settings.bank_url):
        raise UnsafeSettings("CHEGUAN_BANK_URL must use https, or http on this machine.")


def check_messages(settings: Settings) -> None:
    """People are named to those who carry messages. Raises :class:`UnsafeSettings` as above."""
    if not all(map(_is_private_channel, sms_urls(settings))):
        raise UnsafeSettings("CHEGUAN_SMS_URLS must use https, or http on this machine.")
    if settings.public_url is not None and not _is_private_channel(settings.public_url):
        raise UnsafeSettings("CHEGUAN_PUBLIC_URL must use https, or http on this machine.")
    if settings.smtp_host is not None and not settings.mail_sender:
        raise UnsafeSettings(
            "CHEGUAN_SMTP_HOST needs CHEGUAN_MAIL_SENDER, as who letters are sent."
        )


def sms_urls(settings: Settings) -> list[str]:
    """The gateways for text messages, in the order in which they are asked."""
    return [url for each in settings.sms_urls.split(",") if (url := each.strip())]


def webhooks_on_this_machine(settings: Settings) -> bool:
    """Whether messages to partners may go to this machine: in a demonstration that says so.

    Raises :class:`UnsafeSettings` where that is said and it is none.
    """
    if settings.webhooks_loopback and not (settings.demo and is_loopback(settings.host)):
        raise UnsafeSettings(
            "CHEGUAN_WEBHOOKS_LOOPBACK is for a demonstration on this machine only. In earnest "
            "it would let partners name addresses of the service itself."
        )
    return settings.webhooks_loopback


def check_carriers(settings: Settings) -> None:
    """Recipients are named to carriers. Raises :class:`UnsafeSettings` where others hear it."""
    for variable, url in (
        ("CHEGUAN_EMS_URL", settings.ems_url),
        ("CHEGUAN_REGISTERED_URL", settings.registered_url),
    ):
        if url is not None and not _is_private_channel(url):
            raise UnsafeSettings(f"{variable} must use https, or http on this machine.")


def check_identities(settings: Settings) -> None:
    """Demo identities exist only on a loopback address.

    Raises :class:`UnsafeSettings` for any other bind that has no issuer, or that asks for them.
    """
    if (settings.issuer is None) != (settings.jwks_url is None):
        raise UnsafeSettings("CHEGUAN_ISSUER and CHEGUAN_JWKS_URL must be set together.")
    if settings.jwks_url is not None and not _is_private_channel(settings.jwks_url):
        raise UnsafeSettings("CHEGUAN_JWKS_URL must use https, or http on this machine.")
    if is_loopback(settings.host):
        return
    if settings.demo:
        raise UnsafeSettings(
            f"CHEGUAN_DEMO gives everyone any role, so it is refused on {settings.host}. "
            "Use CHEGUAN_HOST=127.0.0.1, or unset CHEGUAN_DEMO and set CHEGUAN_ISSUER."
        )
    if settings.issuer is None:
        raise UnsafeSettings(
            f"Nobody could prove who he is on {settings.host}: without an issuer only demo "
            "identities exist, and these are confined to a loopback address. "
            "Set CHEGUAN_ISSUER and CHEGUAN_JWKS_URL, or use CHEGUAN_HOST=127.0.0.1."
        )
