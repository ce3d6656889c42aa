"""PostgreSQL's own client programs, which dump a database and restore it."""

import os
import shutil
import subprocess

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from cheguan.postgres_programs import NoEmbeddedPostgres, programs_folder


class ClientFailed(Exception):
    """A program of PostgreSQL did not do its work. The message is what it said."""


def run_client(program: str, url: str, *arguments: str) -> None:
    """Runs a program on a database. The password is not among its arguments, which others see."""
    place = {key: str(value) for key, value in conninfo_to_dict(url).items()}
    password = place.pop("password", None)
    surroundings = {key: text for key, text in os.environ.items() if not key.startswith("PG")}
    if password:
        surroundings["PGPASSWORD"] = password
    done = subprocess.run(
        [_path(program), f"--dbname={make_conninfo(**place)}", *arguments],
        env=surroundings | {"LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ClientFailed((done.stderr.strip().splitlines() or [f"{program} failed"])[0])


def _path(program: str) -> str:
    """The program that came with the wheel, which knows every server up to its own version."""
    try:
        return str(programs_folder() / program)
    except NoEmbeddedPostgres:
        found = shutil.which(program)
        if found is None:
            raise
        return found
