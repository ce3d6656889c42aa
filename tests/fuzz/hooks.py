"""What schemathesis must be told before it can send every body: lines of JSON are text."""

import json

import schemathesis


def lines(context: object, value: object) -> bytes:
    """The body as it is sent. Whatever is no text is written as one line."""
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()


schemathesis.serializer("application/jsonl")(lines)
