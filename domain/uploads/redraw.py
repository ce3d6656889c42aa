"""Draws a picture anew, so that nothing is left of a file but what is seen.

It runs as a program of its own, ``redraw.py JPEG|PNG``, from standard input to standard output,
because a decoder must not stumble in a process that holds keys. So it imports nothing of ours.
"""

import io
import resource
import sys
from collections.abc import Mapping
from typing import Any, Final

from PIL import Image, ImageOps, JpegImagePlugin

PIXELS: Final = 25_000_000
SIDE: Final = 12_000
LARGEST: Final = 5 * 1024 * 1024

UNREADABLE: Final = 3
DIMENSIONS: Final = 4
TOO_LARGE: Final = 5

MEMORY: Final = 1 << 30
CPU_S: Final = 10
_JPEG_MODES: Final = frozenset({"L", "RGB"})
_PNG_MODES: Final = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
_QUALITIES: Final = (85, 70)
_BOMBS: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class PictureRefused(Exception):
    """``status`` says why, as the program's exit status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def redrawn(content: bytes, format_name: str) -> bytes:
    """The picture as it is seen: turned upright, and without any metadata.

    A JPEG keeps its quality, unless it becomes too large by that.
    """
    try:
        picture = Image.open(io.BytesIO(content), formats=(format_name,))
        width, height = picture.size
        if width * height > PIXELS or max(width, height) > SIDE:
            raise PictureRefused(DIMENSIONS)
        return _written(picture, format_name)
    except PictureRefused:
        raise
    except _BOMBS as bomb:
        raise PictureRefused(DIMENSIONS) from bomb
    except Exception as stumbled:
        raise PictureRefused(UNREADABLE) from stumbled


def _written(picture: Any, format_name: str) -> bytes:
    for how in _ways(picture, format_name):
        upright = ImageOps.exif_transpose(picture)
        upright.info = _needed(upright.info)
        upright = _in_mode(upright, format_name)
        written = io.BytesIO()
        upright.save(written, format_name, **how)
        if len(written.getvalue()) <= LARGEST:
            return written.getvalue()
    raise PictureRefused(TOO_LARGE)


def _ways(picture: Any, format_name: str) -> list[Mapping[str, Any]]:
    if format_name == "PNG":
        return [{"optimize": False}]
    qualities: list[Mapping[str, Any]] = [{"quality": quality} for quality in _QUALITIES]
    if picture.mode not in _JPEG_MODES:
        return qualities
    sampling = JpegImagePlugin.get_sampling(picture)
    kept = {"qtables": picture.quantization, "subsampling": sampling}
    return [kept, *qualities]


def _needed(info: Mapping[Any, Any]) -> dict[Any, Any]:
    """Which colour is transparent is part of what is seen."""
    return {name: info[name] for name in ("transparency",) if name in info}


def _in_mode(picture: Any, format_name: str) -> Any:
    if format_name == "JPEG":
        return picture if picture.mode in _JPEG_MODES else picture.convert("RGB")
    return picture if picture.mode in _PNG_MODES else picture.convert("RGBA")


def main(format_name: str) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        written = redrawn(sys.stdin.buffer.read(LARGEST + 1), format_name)
    except PictureRefused as refused:
        return refused.status
    sys.stdout.buffer.write(written)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
