"""Tokens of a demonstration on the command line."""

from typing import Annotated

import typer

from domain.people import Role
from domain.services.choices import Channel, UserKind
from domain.services.ways import WAYS


def token(
    role: Annotated[Role, typer.Option(help="What the bearer is.")],
    office: Annotated[str | None, typer.Option(help="For clerks, such as 410100.")] = None,
    subject: Annotated[str, typer.Option(help="A pseudonym, never an ID number.")] = "demo",
    lifetime: Annotated[int, typer.Option(min=1, max=43_200, help="Seconds.")] = 3600,
    channel: Annotated[
        Channel | None,
        typer.Option(help="Where the bearer has signed in; an applicant by default in the app."),
    ] = None,
    user_kind: Annotated[UserKind, typer.Option(help="What is known of an applicant.")] = (
        UserKind.REAL_NAME
    ),
    id_no: Annotated[
        str | None, typer.Option(help="The made-up ID number that the token proves.")
    ] = None,
) -> None:
    """Print a demo token; only a demo on this machine accepts it."""
    from cheguan.settings import Settings, UnsafeSettings, is_loopback
    from cheguan.surroundings import check_folder
    from cheguan.token import demo_token, fit_office, fit_subject

    settings = Settings()
    if not is_loopback(settings.host) or settings.issuer:
        raise UnsafeSettings("Demo tokens are for a demo on a loopback address only.")
    if role is Role.SYSTEM:
        raise typer.BadParameter("nobody may be the system", param_hint="'--role'")
    if channel and role not in WAYS[channel].by:
        told_of = ", ".join(sorted(way for way in WAYS if role in WAYS[way].by)) or "none"
        raise typer.BadParameter(f"the role has: {told_of}", param_hint="'--channel'")
    check_folder("CHEGUAN_SECRETS_DIR", settings.secrets_dir)
    try:
        told = fit_office(role, office)
    except ValueError as wrong:
        raise typer.BadParameter(str(wrong), param_hint="'--office'") from None
    try:
        who = fit_subject(subject)
    except ValueError as wrong:
        raise typer.BadParameter(str(wrong), param_hint="'--subject'") from None
    try:
        made = demo_token(
            settings.secrets_dir,
            role,
            told,
            who,
            lifetime,
            id_no=id_no,
            channel=channel,
            user_kind=user_kind,
        )
    except ValueError as wrong:
        raise typer.BadParameter(str(wrong), param_hint="'--id-no'") from None
    typer.echo(made)
