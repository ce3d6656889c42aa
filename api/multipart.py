"""Reads a form with a file (RFC 7578) strictly, as a browser sends it from one of our pages."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from api.problems import Problem

FORM_DATA: Final = b"multipart/form-data"
AROUND: Final = 8_192
"""So many bytes may stand around the file."""
_MOST_PARTS: Final = 8
_BOUNDARY: Final = re.compile(rb'.*;\s*boundary="?([0-9A-Za-z\'()+_,./:=?-]{1,70})"?\s*\Z', re.S)
_NAMED: Final = re.compile(
    rb'content-disposition:\s*form-data;\s*name="([a-z_]{1,40})"(;\s*filename="[^"\r\n]*")?\s*\Z',
    re.IGNORECASE,
)


class MultipartField(NamedTuple):
    """A field. ``is_file`` says that it was chosen as a file, whatever is in it."""

    content: bytes
    is_file: bool


def read_parts(content_type: bytes, body: bytes) -> Mapping[str, MultipartField]:
    """The parts by their names. Raises a 400 :class:`Problem` for anything else."""
    found = _BOUNDARY.match(content_type)
    if not found:
        raise Problem("form-encoding", 400)
    mark = b"--" + found[1]
    first, *texts = body.split(b"\r\n" + mark) if not body.startswith(mark) else _after(body, mark)
    if first.strip() or not texts or texts.pop().strip() != b"--":
        raise Problem("form-encoding", 400)
    if not 0 < len(texts) <= _MOST_PARTS:
        raise Problem("form-encoding", 400)
    parts: dict[str, MultipartField] = {}
    for text in texts:
        name, part = _part(text)
        if name in parts:
            raise Problem("form-field-repeated", 400)
        parts[name] = part
    return parts


def _after(body: bytes, mark: bytes) -> list[bytes]:
    """The texts behind each mark, of a body that begins with one."""
    return [b"", *body[len(mark) :].split(b"\r\n" + mark)]


def _part(text: bytes) -> tuple[str, MultipartField]:
    head, blank, content = text.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    named = [m for line in head.split(b"\r\n") if (m := _NAMED.match(line.strip()))]
    if not blank or len(named) != 1:
        raise Problem("form-encoding", 400)
    return named[0][1].decode(), MultipartField(content, named[0][2] is not None)
