"""The pages of the simulated bank, in Chinese and English. They need no script and no file."""

from html import escape
from typing import Final
from uuid import UUID

from cheguan.bank.entries import Booked, PageOpened

_STYLE: Final = (
    "body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;"
    "color:#1a1a1a;background:#fff}h1{font-size:1.5rem}dt{color:#555}dd{margin:0 0 .75rem}"
    ".amount{font-size:2rem}.note{border-left:4px solid #8a5a00;padding:.5rem 1rem;"
    "background:#fff7e6}button,a.button{display:inline-block;font:inherit;padding:.6rem 1.5rem;"
    "min-height:44px;box-sizing:border-box;border:0;border-radius:4px;color:#fff;"
    "background:#7a1f1f;text-decoration:none;cursor:pointer}"
)
_NOTE: Final = (
    '<p class="note">这是模拟银行页面，不会发生真实扣款。<br>'
    '<span lang="en">This is a simulated bank. No money moves.</span></p>'
)


def asking(id: UUID, page: PageOpened, before: int) -> str:
    """The page on which a payment is confirmed. ``before`` is how often it was paid already."""
    again = (
        f'<p class="note">该缴费单已支付 {before} 次，请勿重复支付；重复支付的款项将原路退还。<br>'
        f'<span lang="en">Payments made already: {before}. Do not pay again: what is paid again '
        "goes back the way it came.</span></p>"
        if before
        else ""
    )
    return _page(
        "模拟银行缴费 · Simulated bank",
        f"{again}{_told(page.wanted.subject, page.wanted.amount_fen)}"
        f'<form method="post" action="/pay/{id}"><button>确认支付 · Pay</button></form>'
        f'<p><a href="{escape(page.wanted.return_url)}">暂不支付 · Not now</a></p>',
    )


def thanking(page: PageOpened, booked: Booked) -> str:
    """The page that follows a payment."""
    return _page(
        "支付成功 · Paid",
        f"{_told(page.wanted.subject, booked.amount_fen)}"
        f"<dl><dt>银行流水号 · Reference</dt><dd>{escape(booked.bank_reference)}</dd></dl>"
        f'<p><a class="button" href="{escape(page.wanted.return_url)}">返回车管业务 · Go back</a>'
        "</p>",
    )


def unknown() -> str:
    """The page of a payment that nobody has asked for."""
    return _page(
        "缴费页面不存在 · There is no such payment",
        "<p>链接不完整或者已经失效。打开本页不会扣款，请返回“我的业务”查看缴费情况。<br>"
        '<span lang="en">The link is incomplete or no longer valid. This page charges nothing. '
        "Your applications show what is paid, and what is to be paid.</span></p>",
    )


def _told(subject: str, amount_fen: int) -> str:
    return (
        "<dl><dt>收款单位 · To</dt><dd>河南省非税收入财政专户</dd>"
        f"<dt>缴费项目 · For</dt><dd>{escape(subject)}</dd>"
        f'<dt>金额 · Amount</dt><dd class="amount">¥ {amount_fen / 100:,.2f}</dd></dl>'
    )


def _page(title: str, content: str) -> str:
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="data:,">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{title}</h1>{_NOTE}{content}</main></body></html>"
    )
