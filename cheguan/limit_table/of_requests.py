"""The limits of a request, and of the work that it makes."""

from typing import Final

from api.form_body import LIMIT as FORM_BYTES
from api.identity import LONGEST_TOKEN
from api.json_inspection import MAX_DEPTH, MAX_DIGITS, MAX_KEYS, MAX_STRING, MAX_VALUES
from api.language import LONGEST as LANGUAGES_READ
from api.limits import UploadLimits
from api.request_url import MAX_PART
from cheguan.limit_table.limit import Limit, setting

_GATE: Final = "tests/contract/test_gate.py::"


def _json(name: str, of: str, value: int, unit: str) -> Limit:
    test = "tests/contract/test_gate_json.py::test_a_bad_body_is_refused_with_its_rule"
    return Limit(f"JSON {name}", of, value, unit, "400", test)


REQUEST_LIMITS: Final = (
    setting(
        "limit_concurrency",
        "requests under way; one whose body has not come does not count",
        "requests",
        "503",
        "tests/unit/test_drain.py::test_beyond_the_limit_is_503_and_the_health_pages_answer",
    ),
    Limit(
        "path, query",
        "each of the two as it is sent",
        MAX_PART,
        "bytes",
        "414",
        f"{_GATE}test_an_unreadable_address_is_refused",
    ),
    setting(
        "body_limit",
        "a body in JSON",
        "bytes",
        "413",
        f"{_GATE}test_a_body_announced_as_too_large_is_refused_unread",
    ),
    setting(
        "body_seconds",
        "until a body is whole; it is waited for when it is known who sends it",
        "seconds",
        "408",
        "tests/contract/test_gate_on_the_wire.py::test_a_body_that_stops_coming_is_given_up",
    ),
    Limit(
        "form",
        "a form of a page",
        FORM_BYTES,
        "bytes",
        "413",
        "tests/contract/test_gate_forms.py::test_a_form_of_more_than_sixteen_kilobytes_is_refused_unread",
    ),
    Limit(
        "batch line",
        "a line of a batch upload",
        UploadLimits().line_bytes,
        "bytes",
        "413; lines before it are carried out",
        f"{_GATE}test_a_line_that_is_too_long_ends_a_bulk_body",
    ),
    setting(
        "upload_seconds",
        "a batch upload from beginning to end",
        "seconds",
        "408; lines before are carried out, and it may be sent again with the same key",
        "tests/contract/test_gate_receiving.py::test_a_stream_that_drips_is_refused",
    ),
    setting(
        "upload_idle_seconds",
        "until more of a batch upload comes",
        "seconds",
        "408, as above",
        "tests/contract/test_gate_receiving.py::test_a_stream_that_drips_is_refused",
    ),
    setting(
        "upload_bytes_per_second",
        "least rate of a batch upload, over the time that it was waited for",
        "bytes",
        "408, as above",
        "tests/contract/test_gate_receiving.py::test_a_stream_that_drips_is_refused",
    ),
    _json("depth", "objects and arrays in one another", MAX_DEPTH, "levels"),
    _json("members", "members of all objects", MAX_KEYS, "members"),
    _json("values", "values in all", MAX_VALUES, "values"),
    _json("string", "one string as it is sent", MAX_STRING, "bytes"),
    _json("number", "one number", MAX_DIGITS, "digits"),
    Limit(
        "token",
        "a bearer token, before anything decodes it",
        LONGEST_TOKEN,
        "bytes",
        "401",
        "tests/contract/test_who_before_the_body.py::"
        "test_whoever_shows_no_token_is_sent_away_and_nothing_is_read_of_his_body",
    ),
    Limit(
        "cookies in quotes",
        "cookies in quotes, which the standard library takes long to unquote",
        0,
        "cookies",
        "they are left out",
        f"{_GATE}test_cookies_in_quotes_come_to_no_reader",
    ),
    Limit(
        "languages",
        "how much of `Accept-Language` is read",
        LANGUAGES_READ,
        "bytes",
        "the rest is not read",
        "tests/unit/test_language.py::test_what_is_read_of_languages_has_an_end",
    ),
)

WORK_LIMITS: Final = (
    setting(
        "request_deadline_s",
        "a command, from the time when it is known whole",
        "seconds",
        "503; the command can be asked for by its id",
        "tests/integration/test_limits.py::"
        "test_a_held_append_lock_is_503_and_the_command_is_settled_afterwards",
    ),
    setting(
        "queue_max",
        "commands that wait to be stored",
        "commands",
        "503",
        "tests/integration/test_event_store.py::test_a_full_queue_takes_nothing_more",
    ),
    setting(
        "reader_connections",
        "readers of the database at once; four times as many may wait, for a second",
        "readers",
        "503",
        "tests/integration/test_limits.py::"
        "test_when_all_read_connections_are_taken_readers_get_503_and_health_answers",
    ),
    setting(
        "finish_seconds",
        "what a process that is told to end gives to requests under way",
        "seconds",
        "the connection is cut",
        "tests/integration/test_stopping.py::test_hostile_clients_do_not_keep_a_process_up_nor_fill_its_log",
    ),
)
