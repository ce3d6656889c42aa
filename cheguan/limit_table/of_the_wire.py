"""The limits of a connection, and of all of them."""

from typing import Final

from cheguan.http.connection import FRAMING_FOR_A_BYTE
from cheguan.limit_table.limit import Limit, setting

_WIRE: Final = "tests/contract/wire/"

WIRE_LIMITS: Final = (
    setting(
        "head_bytes",
        "request line and headers",
        "bytes",
        "431, the connection ends; nothing was parsed",
        f"{_WIRE}test_heads.py::test_a_head_beyond_the_limit_is_refused_unparsed",
    ),
    setting(
        "head_lines",
        "request line and headers",
        "lines",
        "431, the connection ends; nothing was parsed",
        f"{_WIRE}test_heads.py::test_a_head_beyond_the_limit_is_refused_unparsed",
    ),
    setting(
        "request_line_bytes",
        "method, address and version",
        "bytes",
        "414, the connection ends; nothing was parsed",
        f"{_WIRE}test_heads.py::test_a_head_beyond_the_limit_is_refused_unparsed",
    ),
    setting(
        "head_seconds",
        "from the first byte of a head, or from the connection, until the head is whole",
        "seconds",
        "408, the connection ends; without a word if nothing was sent",
        f"{_WIRE}test_crowd.py::test_a_head_has_its_time_whatever_drips",
    ),
    setting(
        "idle_seconds",
        "a connection between two requests",
        "seconds",
        "the connection ends",
        f"{_WIRE}test_crowd.py::test_a_connection_may_idle_for_a_while_between_requests",
    ),
    setting(
        "unread_seconds",
        "until a client has taken what is sent to it, 48 KiB at a time",
        "seconds",
        "the connection is cut",
        f"{_WIRE}test_crowd.py::test_whoever_reads_nothing_is_cut_off",
    ),
    setting(
        "linger_seconds",
        "what is still listened to after the last answer",
        "seconds",
        "the connection is cut",
        f"{_WIRE}test_crowd.py::test_whoever_goes_on_sending_after_the_answer_is_cut_off",
    ),
    setting(
        "linger_bytes",
        "what is passed over after an answer that did not need it",
        "bytes",
        "the connection is cut",
        f"{_WIRE}test_crowd.py::test_whoever_goes_on_sending_after_the_answer_is_cut_off",
    ),
    setting(
        "connections",
        "connections in all, or fewer where the system gives fewer descriptors",
        "connections",
        "the longest waiting is closed; 503 for the newest if none waits",
        f"{_WIRE}test_crowd.py::test_when_all_are_at_work_whoever_comes_is_told_to_come_again",
    ),
    setting(
        "connections_per_address",
        "connections from one address, or from one /64 of IPv6",
        "connections",
        "the longest waiting of them is closed; 429 for the newest if none waits",
        f"{_WIRE}test_crowd.py::test_an_address_that_keeps_us_at_work_gets_no_more_and_others_do",
    ),
    setting(
        "held_bytes",
        "what has come and is unfinished, of all connections",
        "bytes",
        "503 for whoever brings more, and the connection ends",
        f"{_WIRE}test_crowd.py::test_what_is_kept_unfinished_is_limited_for_all",
    ),
    setting(
        "held_bytes_per_address",
        "what has come and is unfinished, from one address",
        "bytes",
        "429 for whoever brings more, and the connection ends",
        f"{_WIRE}test_crowd.py::test_what_is_kept_unfinished_is_limited_for_an_address",
    ),
    Limit(
        "requests ahead",
        "requests of a connection that are read before the one under way is answered",
        0,
        "requests",
        "they stay unread, and the sender has to wait",
        f"{_WIRE}test_answers.py::test_requests_sent_ahead_are_answered_in_turn_and_one_at_a_time",
    ),
    Limit(
        "chunk framing",
        "sizes, extensions and trailers of chunks, beyond `head_bytes`, for a byte of the body",
        FRAMING_FOR_A_BYTE,
        "bytes",
        "400, the connection ends",
        f"{_WIRE}test_answers.py::test_the_frame_of_chunks_has_a_limit",
    ),
)
