"""The whole text of a notice: who writes, about which case, what happened, and where to look."""

from typing import Final
from urllib.parse import urlsplit

from domain.titles import Title

TRACKING: Final = "/track"
_WITH_LINK: Final = Title(
    "【河南车管】{service}（查询码{reference}）：{told}查询：{link}",
    "{service} ({reference}): {told} Track it: {link}",
)
_WITHOUT: Final = Title(
    "【河南车管】{service}（查询码{reference}）：{told}", "{service} ({reference}): {told}"
)


def whole(told: Title, *, service: Title, reference: str, link: str | None) -> Title:
    """The text as it is sent. Chinese and English stand in it apart."""
    frame = _WITH_LINK if link else _WITHOUT
    return frame.filled(
        service=service,
        reference=Title(reference, reference),
        told=told,
        link=Title(link or "", link or ""),
    )


def tracking_link(public_url: str | None, reference: str) -> str | None:
    """Where the case is tracked. The reference is behind ``#``, which no browser sends.

    So no server on the way and no log has it, and whoever opens the link still has to know the
    end of the ID number. Without an address of the service there is no link.
    """
    if public_url is None:
        return None
    parts = urlsplit(public_url)
    return f"{parts.scheme}://{parts.netloc}{TRACKING}#{reference}"
