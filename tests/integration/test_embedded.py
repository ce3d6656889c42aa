"""The embedded server: there for one owner, gone with it, whole after any death."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest

from cheguan.embedded import data_directory, embedded_postgres
from cheguan.sole_owner import DataDirectoryInUse
from cheguan.unprivileged import NAME
from tests.kit.quick_place import quick_folder

OWNER = """
import sys
from pathlib import Path
from cheguan.embedded import embedded_postgres
with embedded_postgres(Path(sys.argv[1])) as url:
    print(url, flush=True)
    sys.stdin.read()
"""
SERVING = """
import sys
from cheguan import keeper
from cheguan.cli import main
keeper.PAUSES_S = (0.1, 0.1)
%s
sys.argv = ["cheguan", "serve"]
main()
"""

SLOWLY = """
import time
from cheguan import serve
made = serve.server
serve.server = lambda *told: time.sleep(3) or made(*told)
"""


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder of its own: another run of the tests may close the folder of all of them."""
    with quick_folder() as folder:
        yield folder


@contextmanager
def owner(data: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Another process that runs the server, and the URL it gave."""
    command = [sys.executable, "-c", OWNER, str(data)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def postmaster(data: Path) -> psutil.Process:
    first, *_ = (data / "postgres" / "postmaster.pid").read_text().splitlines()
    return psutil.Process(int(first))


def store_one_row(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS number")


def rows(url: str) -> int:
    with psycopg.connect(url) as connection:
        return connection.execute("TABLE kept").rowcount


def setting(url: str, name: str) -> str:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
    assert row
    return str(row[0])


def test_a_commit_is_on_disk_and_no_value_reaches_the_log(tmp_path: Path) -> None:
    with embedded_postgres(tmp_path) as url:
        assert setting(url, "fsync") == "on"
        assert setting(url, "synchronous_commit") == "on"
        assert setting(url, "log_parameter_max_length_on_error") == "0"
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE unique_text (text text PRIMARY KEY)")
            connection.execute("INSERT INTO unique_text VALUES ('秘密')")
            with pytest.raises(psycopg.errors.UniqueViolation):
                connection.execute("INSERT INTO unique_text VALUES ('秘密')")
    log = (tmp_path / "postgres.log").read_text()
    assert "duplicate key" in log
    assert "秘密" not in log


def test_it_listens_on_no_network(tmp_path: Path) -> None:
    with embedded_postgres(tmp_path) as url:
        assert setting(url, "listen_addresses") == ""
        assert not postmaster(tmp_path).net_connections("inet")


def test_leaving_ends_every_process_and_keeps_the_data(tmp_path: Path) -> None:
    with embedded_postgres(tmp_path) as url:
        store_one_row(url)
        family = [postmaster(tmp_path), *postmaster(tmp_path).children()]
    assert not [process for process in family if process.is_running()]
    with embedded_postgres(tmp_path) as url:
        assert rows(url) == 1


def test_a_second_owner_is_told_who_the_first_is(tmp_path: Path) -> None:
    with (
        owner(tmp_path) as (first, _),
        pytest.raises(DataDirectoryInUse, match=f"process {first.pid}"),
        embedded_postgres(tmp_path),
    ):
        pass


def test_the_server_stops_when_its_owner_is_killed(tmp_path: Path) -> None:
    with owner(tmp_path) as (process, _):
        server = postmaster(tmp_path)
        process.kill()
        server.wait(10)


def test_a_kill_of_everything_loses_no_commit(tmp_path: Path) -> None:
    with owner(tmp_path) as (process, url):
        store_one_row(url)
        postmaster(tmp_path).kill()
        process.kill()
    assert (tmp_path / "postgres" / "postmaster.pid").exists()
    with embedded_postgres(tmp_path) as again:
        assert rows(again) == 1


def test_a_process_that_got_the_old_servers_number_is_left_alone(tmp_path: Path) -> None:
    pidfile = tmp_path / "postgres" / "postmaster.pid"
    with embedded_postgres(tmp_path):
        _, *rest = pidfile.read_text().splitlines()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        pidfile.write_text("\n".join([str(stranger.pid), *rest]))
        with embedded_postgres(tmp_path) as url:
            assert setting(url, "fsync") == "on"
        assert stranger.poll() is None
        stranger.kill()


def test_a_path_too_long_for_a_socket_is_no_obstacle(tmp_path: Path) -> None:
    deep = tmp_path / ("长" * 40)
    with embedded_postgres(deep) as url:
        assert setting(url, "server_encoding") == "UTF8"


def test_an_interrupted_first_start_is_begun_again(tmp_path: Path) -> None:
    (tmp_path / "postgres.new").mkdir()
    (tmp_path / "postgres.new" / "PG_VERSION").write_text("18\n")
    with embedded_postgres(tmp_path) as url:
        assert setting(url, "data_checksums") == "on"


def test_settings_of_the_surroundings_do_not_reach_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPORT", "6000")
    monkeypatch.setenv("PGDATA", "/nowhere")
    with embedded_postgres(tmp_path) as url:
        assert setting(url, "port") == "5432"


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_it_never_runs_as_root(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with embedded_postgres(tmp_path / "closed" / "data"):
            user = postmaster(tmp_path / "closed" / "data").username()
    finally:
        os.umask(before)
    assert user == (NAME if os.geteuid() == 0 else psutil.Process().username())


def test_the_data_are_where_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHEGUAN_DATA", "/srv/cheguan")
    assert data_directory() == Path("/srv/cheguan")
    monkeypatch.delenv("CHEGUAN_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", "/home/li/data")
    assert data_directory() == Path("/home/li/data/cheguan")


def test_a_server_that_dies_is_started_again_at_its_address(tmp_path: Path) -> None:
    with embedded_postgres(tmp_path) as url:
        store_one_row(url)
        first = postmaster(tmp_path)
        first.kill()
        until = time.monotonic() + 60
        while True:
            try:
                assert rows(url) == 1
                break
            except psycopg.OperationalError:
                assert time.monotonic() < until
        assert postmaster(tmp_path) != first


@pytest.mark.parametrize("beginning", ["", SLOWLY], ids=["serves", "begins to serve"])
def test_a_command_whose_server_does_not_come_back_ends_with_the_reason(
    tmp_path: Path, beginning: str
) -> None:
    surroundings = {"CHEGUAN_DATA": str(tmp_path), "CHEGUAN_PORT": "0", "CHEGUAN_DEMO": "1"}
    with subprocess.Popen(
        [sys.executable, "-c", SERVING % beginning],
        env={**_without_ours(), **surroundings},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        until = time.monotonic() + 60
        while not (tmp_path / "known" / "store.json").exists():
            assert time.monotonic() < until
            assert process.poll() is None
        server = postmaster(tmp_path)
        (tmp_path / "postgres" / "global" / "pg_control").unlink()
        server.kill()
        _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "Traceback" not in said
    assert "cheguan: PostgreSQL has ended and does not come back" in said


def _without_ours() -> dict[str, str]:
    ours = ("CHEGUAN_", "DATABASE_URL", "VAULT_DATABASE_URL")
    return {name: text for name, text in os.environ.items() if not name.startswith(ours)}
