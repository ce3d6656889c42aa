"""A PDF is looked at and never opened: its ends must be right, and nothing in it may act."""

import zlib

import pytest

from domain.uploads.media_type import LARGEST
from domain.uploads.pdf import check_pdf
from domain.uploads.refusals import UploadActive, UploadUnreadable
from tests.kit.files import PDF, pdf


def test_a_plain_pdf_is_taken() -> None:
    check_pdf(PDF)
    check_pdf(pdf(after=b"\r\n  \n"))


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"%PDF-",
        PDF[:-30],
        b"\n" + PDF,
        PDF.replace(b"%PDF-1.7", b"%PDF-9.9"),
        pdf(after=b"PK\x03\x04"),
        pdf(after=2000 * b"x"),
        PDF.replace(b"startxref\n", b"startxref\n9"),
        PDF.replace(b"startxref", b"start"),
    ],
)
def test_one_whose_ends_are_wrong_is_refused(bad: bytes) -> None:
    with pytest.raises(UploadUnreadable):
        check_pdf(bad)


@pytest.mark.parametrize(
    "inside",
    [
        b"<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>",
        b"<< /OpenAction << /S /J#61vaScript >> >>",
        b"<< /A << /S /Launch /F (cmd.exe) >> >>",
        b"<< /Names << /EmbeddedFiles 5 0 R >> >>",
        b"<< /AcroForm << /XFA 7 0 R >> >>",
        b"<</Encrypt 9 0 R>>",
    ],
)
def test_one_that_acts_or_is_locked_is_refused(inside: bytes) -> None:
    with pytest.raises(UploadActive):
        check_pdf(pdf(inside))


def test_one_of_many_streams_without_an_end_is_looked_through_once() -> None:
    """If each beginning were sought an end, this would take hours."""
    check_pdf(pdf(b"stream\n" * (LARGEST // 8)))


def test_what_acts_behind_the_last_stream_is_seen() -> None:
    with pytest.raises(UploadActive):
        check_pdf(pdf(b"stream\nendstream stream\n<< /S /JavaScript >>"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"% stream\n", b"% endstream"),
        (b"<< /T (>>\nstream\n) /A ", b" /U (endstream) >>"),
        (b"<< /Length 40 >>\nstream\n", b"\nendstream"),
    ],
)
def test_what_acts_is_seen_where_a_reader_of_another_kind_would_see_it(
    before: bytes, after: bytes
) -> None:
    with pytest.raises(UploadActive):
        check_pdf(pdf(before + b"<< /S /JavaScript >>" + after))


def test_what_a_picture_in_it_looks_like_by_chance_is_no_action() -> None:
    picture = zlib.compress(bytes(range(256))) + b"/JS "
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(picture), picture)
    check_pdf(pdf(stream))
