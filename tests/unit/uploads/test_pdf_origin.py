"""A PDF keeps what is seen, and loses where it comes from."""

import pytest

from domain.uploads.pdf import check_pdf
from domain.uploads.pdf_origin import without_origin
from tests.kit.files import PDF, pdf

TOLD = b"C:/Users/zhangsan/mandate.docx"
INFORMATION = b"3 0 obj\n<< /Title (%s) /Author <feff5f20> /Producer (a \\) b) >>\nendobj\n" % TOLD
XMP = (
    b"4 0 obj\n<< /Type /Metadata /Length 99 >>\nstream\n"
    b"<x:xmpmeta>%s</x:xmpmeta>\nendstream\nendobj\n" % TOLD
)
INFO = PDF.replace(b"1 0 obj", INFORMATION + b"1 0 obj").replace(b"/Size", b"/Info 3 0 R /Size")


@pytest.mark.parametrize(
    "told",
    [
        INFO,
        PDF.replace(b"1 0 obj", XMP + b"1 0 obj"),
        PDF.replace(b"1 0 obj", b"%% made from %s\n1 0 obj" % TOLD),
    ],
)
def test_where_it_comes_from_is_blanked_and_nothing_moves(told: bytes) -> None:
    left = without_origin(told)
    assert TOLD in told
    assert TOLD not in left
    assert len(left) == len(told)
    assert [at for at, byte in enumerate(left) if byte not in (told[at], 32)] == []
    check_pdf(left)


def test_every_text_of_the_information_is_empty() -> None:
    assert b"/Author <        > /Producer (      )" in without_origin(INFO)


@pytest.mark.parametrize(
    "kept",
    [
        PDF,
        pdf(b"<< /Title (seen) >>"),
        PDF.replace(b"1 0 obj", b"%\xe2\xe3\xcf\xd3\n1 0 obj"),
        PDF.replace(b"1 0 obj", b"<<>>\nstream\n\n%% a picture %s\nendstream\n1 0 obj" % TOLD),
        INFO.replace(b"/Pages 2", b"/ByteRange [0 9] /Pages 2"),
    ],
)
def test_what_is_seen_and_what_is_signed_stays(kept: bytes) -> None:
    assert without_origin(kept) == kept
