"""The two kinds of message. An event is past and never refused, and a command is a request."""

import msgspec


class Event(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag=True,
    tag_field="type",
    omit_defaults=True,
    gc=False,
):
    """Something that happened. It is never refused and never changed.

    Its class name is stored as its type, so it can never be corrected. Fields are only ever
    added, with a default. Each aggregate derives a base class of its own events.
    """


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A request. It is never stored. Each aggregate derives a base class of its own commands."""


class PassDeadline(Command, frozen=True, kw_only=True):
    """What the timekeeper says to any aggregate whose timer of this name has run out."""

    clock: str


class CountReliefs(Command, frozen=True, kw_only=True):
    """What is said to any aggregate whose deadlines a relief may just have moved."""
