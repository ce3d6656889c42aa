"""A form with a file is read as browsers write it, and anything else is refused."""

import httpx
import pytest

from api.multipart import read_parts
from api.problems import Problem
from tests.kit import files

_TYPE = b"multipart/form-data; boundary=x"


def part(name: str, content: bytes = b"1", file: str | None = None) -> bytes:
    named = f'; filename="{file}"' if file is not None else ""
    head = f'--x\r\nContent-Disposition: form-data; name="{name}"{named}\r\n'
    return head.encode() + b"Content-Type: image/jpeg\r\n\r\n" + content + b"\r\n"


def test_what_a_browser_sends_is_read_to_the_byte() -> None:
    content = files.jpeg() + b"\r\n--y\r\n\r\n--"
    request = httpx.Request(
        "POST",
        "http://127.0.0.1/",
        data={"kind": "id_front"},
        files={"file": ("照片 1.jpg", content, "image/jpeg")},
    )
    found = read_parts(request.headers["content-type"].encode(), request.read())
    assert found["kind"].content == b"id_front"
    assert found["file"].content == content
    assert (found["kind"].is_file, found["file"].is_file) == (False, True)


def test_a_file_that_was_not_chosen_is_empty() -> None:
    found = read_parts(_TYPE, part("file", b"", "") + b"--x--\r\n")
    assert found["file"].content == b""


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--x--",
        b"--x\r\n",
        part("a"),
        part("a")[:-2] + b"\r\n--x",
        part("a").replace(b"\r\n\r\n", b"\r\n") + b"--x--",
        part("A B") + b"--x--",
        part("a") + part("a") + b"--x--",
        b"".join(part(f"a{'b' * n}") for n in range(9)) + b"--x--",
        part("a") + b"--x--behind",
        b"before" + part("a") + b"--x--",
    ],
)
def test_anything_else_is_refused(body: bytes) -> None:
    with pytest.raises(Problem) as refused:
        read_parts(_TYPE, body)
    assert refused.value.status == 400


@pytest.mark.parametrize("said", [b"multipart/form-data", b"multipart/form-data; boundary=", b"x"])
def test_without_a_boundary_nothing_is_read(said: bytes) -> None:
    with pytest.raises(Problem):
        read_parts(said, part("a") + b"--x--")
