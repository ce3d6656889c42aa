"""The user as whom PostgreSQL runs when we are root, because it refuses to run as root.

A user of its own keeps the data from every other account. What the server must reach may lie
below a directory that is closed to others, such as root's home. That directory then gets the
right to be passed through, and no right to be read.
"""

import os
import pwd
import shutil
import stat
import subprocess
from pathlib import Path

NAME = "cheguan"


class NoUnprivilegedUser(Exception):
    """We are root, and the machine has no ``useradd`` to make another user."""


def server_user(data: Path) -> pwd.struct_passwd | None:
    """The owner of existing data, or else a user of our own. None when we are not root."""
    if os.geteuid() != 0:
        return None
    if data.exists() and (owner := data.stat().st_uid) != 0:
        return pwd.getpwuid(owner)
    return _existing() or _made()


def let_through(path: Path) -> None:
    """Lets every user reach ``path`` by its name."""
    for folder in path.parents:
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)


def let_read(folder: Path) -> None:
    """Lets every user read the folder and run what is in it, if the umask forbade that."""
    if folder.stat().st_mode & stat.S_IROTH:
        return
    for path in (folder, *folder.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0))


def _existing() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        return None


def _made() -> pwd.struct_passwd:
    """Makes the user. Two processes may try at once; it only has to exist afterwards."""
    useradd = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if useradd:
        command = [useradd, "--system", "--user-group", "--no-create-home", NAME]
        subprocess.run([*command, "--shell", "/usr/sbin/nologin"], check=False)
    if user := _existing():
        return user
    raise NoUnprivilegedUser(
        "PostgreSQL does not run as root. Start as another user, or set DATABASE_URL."
    )
