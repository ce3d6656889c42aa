"""Tokens for trying the service out: ``cheguan token --role clerk --office 410100``."""

from pathlib import Path

from api.demo_issuer import DemoIssuer
from domain.people import Role


def demo_token(
    secrets_dir: Path,
    role: Role,
    office: str | None = None,
    subject: str = "demo",
    lifetime: int = 3600,
    audience: str = "cheguan",
) -> str:
    """Makes a bearer token of the demo issuer for ``lifetime`` seconds, 12 hours at most.

    Only a process that runs with demo identities and the same ``secrets_dir`` accepts it.
    """
    return DemoIssuer(secrets_dir).token(
        role=role, subject=subject, office=office, lifetime=lifetime, audience=audience
    )
