"""SIGTERM: what is under way is finished, what comes is refused, nothing is lost."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import psycopg

from cheguan.token import demo_token
from domain.people import Role
from tests.kit.waiting import until

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def _serving(
    database_url: str, folder: Path, port: int, operators: int, **settings: str
) -> Iterator[subprocess.Popen[bytes]]:
    """What it logs stands in ``log`` in its folder."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("CHEGUAN_")}
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "cheguan", "serve"],
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": database_url,
            "CHEGUAN_DATA": str(folder),
            "CHEGUAN_DEMO": "1",
            "CHEGUAN_PORT": str(port),
            "CHEGUAN_OPERATORS_PORT": str(operators),
            "CHEGUAN_BODY_SECONDS": "60",
            **settings,
        },
        stderr=log,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        log.close()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


async def _ready_is(http: httpx.AsyncClient, status: int) -> bool:
    try:
        return (await http.get("/health/ready")).status_code == status
    except httpx.TransportError:
        return False


async def test_what_is_under_way_is_finished_and_what_comes_is_refused(
    database_url: str, tmp_path: Path
) -> None:
    port, operators = _free_port(), _free_port()
    with _serving(database_url, tmp_path, port, operators) as process:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
            await until(lambda: _ready_is(http, 200), 60)
            example = (await http.get("/api/v1/services/plate_reissue")).json()["example"]
            body = json.dumps(example).encode()
            token = demo_token(tmp_path / "secrets", Role.APPLICANT, None, "reader")
            headers = {
                "authorization": f"Bearer {token}",
                "content-type": "application/json",
                "idempotency-key": "half",
            }
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            lines = {
                **headers,
                "host": "127.0.0.1",
                "content-length": len(body),
                "expect": "100-continue",
            }
            head = "".join(f"{name}: {text}\r\n" for name, text in lines.items())
            writer.write(f"POST /api/v1/applications HTTP/1.1\r\n{head}\r\n".encode())
            assert b"100 Continue" in await reader.readuntil(b"\r\n\r\n")

            process.send_signal(signal.SIGTERM)
            await until(lambda: _ready_is(http, 503))
            told = await http.get(f"http://127.0.0.1:{operators}/health/ready")
            assert (told.status_code, told.json()["cause"]) == (503, "stopping")
            refused = await http.post(
                "/api/v1/applications", content=body, headers={**headers, "idempotency-key": "new"}
            )
            assert refused.status_code == 503
            assert refused.headers["retry-after"] == "2"
            assert refused.json()["type"] == "/problems/store-unavailable"

            writer.write(body)
            answered = await reader.readuntil(b"\r\n\r\n")
            assert answered.startswith(b"HTTP/1.1 201")
            writer.close()
        assert await asyncio.to_thread(process.wait, 30) == 0
    with psycopg.connect(database_url) as connection:
        (logged,) = connection.execute("SELECT count(*) FROM command_log").fetchone() or (None,)
    assert logged == 1


async def _dripped(writer: asyncio.StreamWriter) -> None:
    """Sends a piece of an endless body now and then, until the server ends the connection."""
    with suppress(ConnectionError):
        while True:
            writer.write(b"1\r\n{\r\n")
            await writer.drain()
            await asyncio.sleep(0.05)


async def test_hostile_clients_do_not_keep_a_process_up_nor_fill_its_log(
    database_url: str, tmp_path: Path
) -> None:
    port, log = _free_port(), tmp_path / "log"
    quickly = {"CHEGUAN_FINISH_SECONDS": "0.5"}
    with _serving(database_url, tmp_path, port, _free_port(), **quickly) as process:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
            await until(lambda: _ready_is(http, 200), 60)
        token = demo_token(tmp_path / "secrets", Role.APPLICANT, None, "reader")
        head = "POST {} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: {}\r\n"
        known = f"Authorization: Bearer {token}\r\nIdempotency-Key: drip\r\n\r\n"
        lines = head.format("/api/v1/applications/batch", "application/jsonl") + known
        form = head.format("/api/v1/tracking", "application/json") + "\r\n"
        before = log.read_text().count("\n")
        dripping, writers = [], []
        for number in range(60):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            words = (lines, form, "GET / HTTP/1.1\r\n", "rubbish\r\n\r\n")[number % 4]
            writers.append(writer)
            writer.write(words.encode())
            if number % 4 < 2:
                dripping.append(asyncio.create_task(_dripped(writer)))
        await asyncio.sleep(0.2)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, 30) == 0
        took = time.monotonic() - began
        await asyncio.gather(*dripping)
        for writer in writers:
            writer.close()
    assert took < 5, "half a second to finish, one to be cut off, and to close the store"
    assert log.read_text().count("\n") - before < 10
