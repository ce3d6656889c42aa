"""Tokens for trying the service out: ``cheguan token --role clerk --office 410100``."""

from pathlib import Path

from api.demo_issuer import DemoIssuer
from api.token_claims import OF_AN_OFFICE, is_pseudonym
from cheguan.secrets import keys_in
from domain.identifiers.text import squeezed
from domain.offices.tree import OFFICES, REGIONS
from domain.people import Role
from domain.secret_keys import SecretKind, Secrets
from domain.services.choices import Channel, UserKind
from domain.vault import BlindIndex, Purpose


def demo_token(
    secrets_dir: Path,
    role: Role,
    office: str | None = None,
    subject: str = "demo",
    lifetime: int = 3600,
    audience: str = "cheguan",
    *,
    id_no: str | None = None,
    channel: Channel | None = None,
    user_kind: UserKind | None = None,
) -> str:
    """Makes a bearer token of the demo issuer for ``lifetime`` seconds, 12 hours at most.

    Only a process that runs with demo identities and the same ``secrets_dir`` accepts it. It
    proves that its holder has this ``id_no``. Raises ``ValueError`` if no key of the indexes is
    there yet.
    """
    return DemoIssuer(secrets_dir).token(
        role=role,
        subject=subject,
        office=office,
        lifetime=lifetime,
        audience=audience,
        id_index=None if id_no is None else _indexed(secrets_dir, id_no),
        channel=channel,
        user_kind=user_kind,
    )


def _indexed(secrets_dir: Path, id_no: str) -> tuple[bytes, ...]:
    """The blind indexes by which cases and the register know the number (ADR 67)."""
    secrets = Secrets(keys_in(secrets_dir))
    keys = secrets.of(SecretKind.INDEX)
    if not keys:
        raise ValueError("the service has no keys yet: start it once")
    return tuple(
        index.of(Purpose.ID_NO, id_no)
        for index in (BlindIndex(*keys.values()), BlindIndex(secrets.name))
    )


def fit_office(role: Role, office: str | None) -> str | None:
    """The office of a token as somebody typed it. Raises ``ValueError``, which says what to give.

    The service believes no officer without an office, and of nobody else that he has one.
    """
    if role not in OF_AN_OFFICE:
        if office is not None:
            raise ValueError(f"only clerks and supervisors have an office, and not {role}")
        return None
    if office is None:
        raise ValueError("clerks and supervisors need one, such as 410100")
    if (known := squeezed(office).lower()) not in OFFICES:
        units = " ".join(REGIONS)
        raise ValueError(f"there is no office {office}: give one of the province, such as {units}")
    return known


def fit_subject(subject: str) -> str:
    """A pseudonym. Raises ``ValueError`` for another text, which the service would not believe."""
    if not is_pseudonym(subject):
        raise ValueError(
            "a pseudonym has 1 to 64 letters, digits, dots, hyphens and underscores, and is no "
            "number of a person or telephone"
        )
    return subject
