"""A file is named by what is stored, and opens under its own key and as its own type alone."""

import hashlib

import pytest

from domain.uploads.media_type import MediaType, media_type_of
from domain.uploads.redraw import redrawn
from domain.uploads.samples import COUNT, PICTURE, sample, samples
from domain.uploads.seal import name_of, opened, sealed
from domain.vault import SealBroken, new_keys
from tests.kit.files import PDF, jpeg, png


def test_the_name_is_that_of_the_sealed_bytes() -> None:
    (key,) = new_keys(1)
    text = sealed(key, MediaType.PDF, PDF)
    assert name_of(text) == hashlib.sha256(text).digest()
    assert opened(key, MediaType.PDF, text) == PDF
    assert sealed(key, MediaType.PDF, PDF) != text


def test_it_opens_as_nothing_else() -> None:
    key, other = new_keys(2)
    text = sealed(key, MediaType.PDF, PDF)
    for a_key, media_type, content in (
        (other, MediaType.PDF, text),
        (key, MediaType.JPEG, text),
        (key, MediaType.PDF, text[:-1]),
        (key, MediaType.PDF, b""),
    ):
        with pytest.raises(SealBroken):
            opened(a_key, media_type, content)


def test_a_file_is_known_by_its_first_bytes() -> None:
    assert [media_type_of(each) for each in (jpeg(), png(), PDF, b"GIF89a", b"")] == [
        *MediaType,
        None,
        None,
    ]


def test_the_samples_are_pictures_that_would_be_taken_each_under_its_own_name() -> None:
    assert len({each.sha256 for each in samples()}) == COUNT
    assert redrawn(PICTURE, "JPEG")
    assert sample(1).sha256.hex() == (
        "b4710ec14f3d91fdad5b208bc0d9b6243913dca5461bb9196dbf059f0171e91c"
    )
