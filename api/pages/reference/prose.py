"""Sentences of the description as HTML: what stands in backquotes is code."""

import re
from typing import Final

from markupsafe import Markup, escape

_CODE: Final = re.compile("(`+)(.+?)\\1")


def prose(text: str) -> Markup:
    """The text with its code marked. Everything else is shown as it stands."""
    return Markup(_CODE.sub(r'<span class="code">\2</span>', str(escape(text))))
