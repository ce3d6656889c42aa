"""What a connection is told before its request has come as far as the gate."""

from collections.abc import Mapping
from typing import Final

from api.problem_texts import ProblemText

WIRE: Final[Mapping[str, ProblemText]] = {
    "request-malformed": ProblemText(
        "请求格式有误",
        "The request is malformed",
        "收到的内容不符合 HTTP/1.1 的报文格式（RFC 9112）。",
        "What was received is not a message of HTTP/1.1 (RFC 9112).",
    ),
    "host-invalid": ProblemText(
        "Host 请求头有误",
        "The Host header is missing or invalid",
        "请求须带有且只能带有一个有效的 Host 请求头。",
        "A request has exactly one valid Host header.",
    ),
    "head-too-large": ProblemText(
        "请求头过大",
        "The request header is too large",
        "请求头的总长度或者行数超过允许的上限。可以清除浏览器中本站的 Cookie 后重试。",
        "The header of the request has too many bytes or lines. Clearing the cookies of this site "
        "may help.",
    ),
    "head-too-slow": ProblemText(
        "请求头接收超时",
        "The request header took too long",
        "未能在规定时间内收到完整的请求头。请检查网络后重试。",
        "The header of the request did not arrive in time. Please check your connection and try "
        "again.",
    ),
    "transfer-coding-unsupported": ProblemText(
        "不支持的传输编码",
        "Unsupported transfer coding",
        "Transfer-Encoding 请求头只接受 chunked。",
        "Of the transfer codings only chunked is known here.",
    ),
    "version-unsupported": ProblemText(
        "不支持的 HTTP 版本",
        "Unsupported version of HTTP",
        "请使用 HTTP/1.1。",
        "Please use HTTP/1.1.",
    ),
    "connections-too-many": ProblemText(
        "连接数过多",
        "Too many connections",
        "来自同一网络地址的连接或者尚未收完的内容过多。请按 Retry-After 响应头所示时间稍后再试。",
        "There are too many connections from your network address, or too much that is unfinished. "
        "Please wait for the time given in the Retry-After header.",
    ),
}
