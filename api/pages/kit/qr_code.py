"""A text to be read by a camera."""

import segno
from markupsafe import Markup


def qr_code(text: str) -> Markup:
    """The text as a QR code (ISO/IEC 18004), drawn as SVG."""
    made = segno.make(text, error="m", micro=False)
    return Markup(made.svg_inline(scale=5, border=4, omitsize=True, dark="#000", light="#fff"))
