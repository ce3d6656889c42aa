"""A picture is drawn anew: what is seen stays, and nothing else does."""

import io

import pytest
from PIL import Image, JpegImagePlugin

from domain.uploads import redraw
from domain.uploads.redraw import PictureRefused, redrawn
from tests.kit.files import jpeg, png, png_of


def seen(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def quality(content: bytes) -> object:
    """The tables by which a JPEG was made coarser."""
    with JpegImagePlugin.JpegImageFile(io.BytesIO(content)) as picture:
        return picture.quantization


def status(content: bytes, format_name: str = "PNG") -> int:
    with pytest.raises(PictureRefused) as refused:
        redrawn(content, format_name)
    return refused.value.status


def test_a_photograph_keeps_what_is_seen_and_loses_where_it_was_taken() -> None:
    sent = jpeg(place=b"113.65E 34.76N")
    assert b"113.65E" in sent
    kept = redrawn(sent, "JPEG")
    assert not any(text in kept for text in (b"113.65E", b"taken at home", b"a comment", b"Exif"))
    assert not seen(kept).getexif()
    assert seen(kept).size == (64, 40)
    assert quality(kept) == quality(sent)


def test_a_photograph_that_was_taken_sideways_stands_upright() -> None:
    kept = seen(redrawn(jpeg(turned=6), "JPEG"))
    assert kept.size == (40, 64)
    top, bottom = kept.convert("L").getpixel((20, 5)), kept.convert("L").getpixel((20, 60))
    assert isinstance(top, int)
    assert isinstance(bottom, int)
    assert top < 60 < 200 < bottom


def test_a_png_loses_its_texts() -> None:
    kept = redrawn(png(), "PNG")
    assert b"tEXt" in png()
    assert b"tEXt" not in kept
    assert seen(kept).getpixel((3, 3)) == (200, 30, 30, 255)


@pytest.mark.parametrize("behind", [b"<script>alert(1)</script>", b"PK\x03\x04" + 200 * b"x"])
def test_what_hides_behind_a_picture_is_gone(behind: bytes) -> None:
    for format_name, content in (("JPEG", jpeg()), ("PNG", png())):
        assert behind not in redrawn(content + behind, format_name)


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (5_001, 5_000), (12_001, 1)])
def test_a_picture_of_too_many_pixels_is_refused_by_its_head(width: int, height: int) -> None:
    assert status(png_of(width, height)) == redraw.DIMENSIONS


def test_what_is_no_sound_picture_is_refused() -> None:
    whole = jpeg()
    for bad in (b"", whole[: len(whole) // 2], whole[:3] + bytes(200), png()):
        assert status(bad, "JPEG") == redraw.UNREADABLE
    assert status(png()[:120]) == redraw.UNREADABLE


def test_what_becomes_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redraw, "LARGEST", 64)
    assert status(png()) == redraw.TOO_LARGE
