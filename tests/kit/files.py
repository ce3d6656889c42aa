"""Files to upload: sound ones, and such as attackers make."""

import io
import struct
import zlib
from typing import Final

from PIL import Image


def pdf(inside: bytes = b"<< /Type /Catalog /Pages 2 0 R >>", after: bytes = b"") -> bytes:
    """A small PDF with this as its catalogue."""
    body = b"%PDF-1.7\n1 0 obj\n" + inside + b"\nendobj\n"
    body += b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    table = len(body)
    body += b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\n"
    return body + b"startxref\n%d\n%%%%EOF\n" % table + after


PDF: Final = pdf()


def jpeg(width: int = 64, height: int = 40, *, place: bytes = b"", turned: int = 1) -> bytes:
    """A picture whose left half is dark. ``place`` is written into its GPS block."""
    picture = Image.new("RGB", (width, height), (240, 240, 240))
    picture.paste((20, 20, 20), (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010E] = "taken at home"
    if place:
        exif.get_ifd(0x8825)[0x001D] = place.decode()
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=exif, comment=b"a comment of the camera")
    return written.getvalue()


def png(width: int = 64, height: int = 40) -> bytes:
    """A picture with a text that no one sees."""
    picture = Image.new("RGBA", (width, height), (200, 30, 30, 255))
    written = io.BytesIO()
    picture.save(written, "PNG")
    whole = written.getvalue()
    hidden = _chunk(b"tEXt", b"Comment\x00taken at home")
    return whole[:33] + hidden + whole[33:]


def png_of(width: int, height: int) -> bytes:
    """A few bytes that say to be a picture of this size, with one row of it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    row = zlib.compress(bytes(width + 1))
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", row), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    whole = name + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))
