"""An instrument as a PDF of one A4 page, with the characters that it uses embedded."""

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from typing import Final

import segno
from fpdf import FPDF
from fpdf.enums import Align, WrapMode, XPos, YPos
from pylopdf_fonts_zh_cn import sans_path, serif_path

from api.instruments.sheet import InstrumentSheet

MEDIA_TYPE: Final = "application/pdf"
_MARGIN_MM: Final = 25.0
_QR_MM: Final = 30.0
_TEXT_PT: Final = 12.0
_LINE_MM: Final = 7.6
_SERIF: Final = "serif"
_SANS: Final = "sans"


@cache
def _drawer() -> ThreadPoolExecutor:
    """Drawing takes half a second of a processor, so a crowd waits and does not slow the rest."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdf")


async def pdf_of(sheet: InstrumentSheet, issued_at: datetime) -> bytes:
    """Draws it in a thread, one after the other. The same sheet gives the same bytes."""
    return await asyncio.get_running_loop().run_in_executor(_drawer(), drawn, sheet, issued_at)


def drawn(sheet: InstrumentSheet, issued_at: datetime) -> bytes:
    """``issued_at`` is the instant that stands in the file as that of its making."""
    page = FPDF(format="A4")
    page.set_creation_date(issued_at.astimezone(UTC))
    page.set_title(f"{sheet.title} {sheet.number}")
    page.set_lang("zh-CN")
    page.add_font(_SERIF, fname=serif_path())
    page.add_font(_SANS, fname=sans_path())
    page.set_margins(_MARGIN_MM, 22, _MARGIN_MM)
    page.set_auto_page_break(auto=True, margin=18)
    page.add_page()
    _head(page, sheet)
    if sheet.fallen:
        _line(page, sheet.fallen, _SANS, 13, align=Align.C)
    if sheet.large:
        _plate(page, sheet)
    else:
        _body(page, sheet)
    _foot(page, sheet)
    return bytes(page.output())


def _head(page: FPDF, sheet: InstrumentSheet) -> None:
    _line(page, sheet.office, _SERIF, 15, align=Align.C)
    _line(page, sheet.title, _SANS, 22, align=Align.C, height=13)
    _line(page, sheet.number, _SERIF, 11, align=Align.R)
    page.set_line_width(0.5)
    page.line(_MARGIN_MM, page.get_y() + 1, page.w - _MARGIN_MM, page.get_y() + 1)
    page.ln(5)


def _body(page: FPDF, sheet: InstrumentSheet) -> None:
    _line(page, sheet.addressed, _SERIF, _TEXT_PT)
    _paragraphs(page, sheet.paragraphs)
    _paragraphs(page, (f"{no}. {text}" for no, text in enumerate(sheet.items, 1)))
    _paragraphs(page, sheet.closing)
    page.ln(2)
    _table(page, sheet.rows)


def _plate(page: FPDF, sheet: InstrumentSheet) -> None:
    """What can be read through a windscreen comes first."""
    top = page.get_y()
    page.rect(_MARGIN_MM, top, page.w - 2 * _MARGIN_MM, 44)
    page.set_xy(_MARGIN_MM, top + 4)
    _line(page, "临", _SANS, 54, align=Align.C, height=22)
    _line(page, sheet.large, _SANS, 26, align=Align.C, height=14)
    page.set_y(top + 50)
    _paragraphs(page, sheet.paragraphs)
    _table(page, sheet.rows)
    page.ln(2)
    _paragraphs(page, sheet.closing)


def _foot(page: FPDF, sheet: InstrumentSheet) -> None:
    """Whoever issued it stands at the right, and what verifies it at the left."""
    if page.get_y() + _QR_MM + 24 > page.h - 18:
        page.add_page()
    page.ln(8)
    top = page.get_y()
    for text in (sheet.office, sheet.seal, sheet.issued_on):
        page.set_x(page.w / 2)
        _line(page, text, _SERIF, _TEXT_PT, align=Align.C, width=page.w / 2 - _MARGIN_MM)
    _qr(page, sheet.address, _MARGIN_MM, top)
    page.set_y(top + _QR_MM + 2)
    page.set_text_color(70)
    for text in (f"{sheet.code_title} {sheet.code}", *sheet.small):
        _line(page, text, _SANS, 8, height=4.4)
    page.set_text_color(0)


def _qr(page: FPDF, text: str, left: float, top: float) -> None:
    """Drawn as squares, so that it stays sharp at any size."""
    rows = list(segno.make(text, error="m", micro=False).matrix)
    size = _QR_MM / len(rows)
    for row, line in enumerate(rows):
        for column, dark in enumerate(line):
            if dark:
                page.rect(left + column * size, top + row * size, size, size, style="F")


def _table(page: FPDF, rows: Iterable[tuple[str, str]]) -> None:
    page.set_font(_SERIF, size=11)
    page.set_line_width(0.2)
    with page.table(
        col_widths=(28, 72), first_row_as_headings=False, line_height=7, padding=1.2
    ) as table:
        for name, value in rows:
            row = table.row()
            row.cell(name)
            row.cell(value)
    page.ln(1)


def _paragraphs(page: FPDF, texts: Iterable[str]) -> None:
    """Chinese paragraphs begin two characters in."""
    for text in texts:
        _line(page, f"　　{text}", _SERIF, _TEXT_PT)


def _line(
    page: FPDF,
    text: str,
    face: str,
    size: float,
    *,
    align: Align = Align.L,
    height: float = _LINE_MM,
    width: float = 0,
) -> None:
    page.set_font(face, size=size)
    page.multi_cell(
        width,
        height,
        text,
        align=align,
        new_x=XPos.LMARGIN,
        new_y=YPos.NEXT,
        wrapmode=WrapMode.CHAR,
    )
