"""Pictures are drawn by a process apart, which is ended when it needs too much."""

import asyncio
import textwrap
from pathlib import Path

import psutil
import pytest

from domain.uploads import picture
from domain.uploads.media_type import MediaType
from domain.uploads.picture import AT_ONCE, Painters
from domain.uploads.redraw import redrawn
from domain.uploads.refusals import UploadDimensions, UploadUnreadable
from tests.kit.files import jpeg, png, png_of


def instead(monkeypatch: pytest.MonkeyPatch, folder: Path, program: str) -> None:
    """Has another program draw."""
    file = folder / "program.py"
    file.write_text(textwrap.dedent(program))
    monkeypatch.setattr(picture, "_PROGRAM", str(file))


async def test_it_draws_what_the_program_draws_here() -> None:
    content = jpeg(place=b"113.65E")
    assert await Painters().redrawn(content, MediaType.JPEG) == redrawn(content, "JPEG")
    with pytest.raises(UploadDimensions):
        await Painters().redrawn(png_of(60_000, 60_000), MediaType.PNG)
    with pytest.raises(UploadUnreadable):
        await Painters().redrawn(png()[:90], MediaType.PNG)


async def test_who_needs_too_much_memory_is_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    limits = "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 28, 1 << 28))\n"
    instead(monkeypatch, tmp_path, limits + "bytearray(1 << 29)")
    with pytest.raises(UploadUnreadable):
        await Painters().redrawn(b"", MediaType.PNG)


async def test_who_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    instead(monkeypatch, tmp_path, "while True: pass")
    monkeypatch.setattr(picture, "_LONGEST_S", 0.3)
    with pytest.raises(UploadUnreadable):
        await Painters().redrawn(b"", MediaType.PNG)
    assert not [
        child for child in psutil.Process().children() if str(tmp_path) in " ".join(child.cmdline())
    ]


async def test_few_draw_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = f"""
        import os, pathlib, sys
        here = pathlib.Path({str(tmp_path)!r}) / f"{{os.getpid()}}.here"
        here.touch()
        at_once = len(list(here.parent.glob("*.here")))
        sys.stdin.buffer.read()
        here.unlink()
        sys.stdout.write(str(at_once))
    """
    instead(monkeypatch, tmp_path, program)
    painters = Painters()
    counted = await asyncio.gather(*(painters.redrawn(b"x", MediaType.PNG) for _ in range(5)))
    assert max(map(int, counted)) <= AT_ONCE
