"""Has a picture drawn anew by a process apart, which has no keys and little memory and time."""

import asyncio
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from domain.uploads import redraw
from domain.uploads.media_type import LARGEST, MediaType
from domain.uploads.refusals import UploadDimensions, UploadTooLarge, UploadUnreadable

AT_ONCE: Final = 2
_LONGEST_S: Final = 20.0
_FORMATS: Final = {MediaType.JPEG: "JPEG", MediaType.PNG: "PNG"}
_PROGRAM: Final = str(Path(redraw.__file__))


class Painters:
    """The few processes that draw at once. Whoever comes later waits."""

    def __init__(self) -> None:
        self._room = asyncio.Semaphore(AT_ONCE)

    async def redrawn(self, content: bytes, media_type: MediaType) -> bytes:
        """The picture without metadata.

        Raises ``UploadDimensions``, ``UploadTooLarge``, or ``UploadUnreadable``, also for one
        that takes a decoder too much memory or time.
        """
        async with self._room:
            status, drawn = await _drawn(content, _FORMATS[media_type])
        match status:
            case 0 if drawn:
                return drawn
            case redraw.DIMENSIONS:
                raise UploadDimensions(most_pixels=redraw.PIXELS, longest_side=redraw.SIDE)
            case redraw.TOO_LARGE:
                raise UploadTooLarge(most_bytes=LARGEST)
            case _:
                raise UploadUnreadable


async def _drawn(content: bytes, format_name: str) -> tuple[int | None, bytes]:
    """The exit status of the program, and what it has written."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        _PROGRAM,
        format_name,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={},
    )
    try:
        written, _ = await asyncio.wait_for(process.communicate(content), _LONGEST_S)
    except TimeoutError:
        return None, b""
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await asyncio.shield(process.wait())
    return process.returncode, written
