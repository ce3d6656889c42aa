"""Named places where a process can be made to fail; docs/trust-model.md lists them.

``FAILPOINTS=W5:kill@3,R1:sleep=0.5`` kills the process at the third passage of W5 and
delays every passage of R1. The actions are ``kill`` (SIGKILL), ``stop`` (SIGSTOP),
``raise`` and ``sleep=SECONDS``. Without ``@N`` every passage counts. If the variable is not
set, a passage is one call of an empty function, and the environment is never read again.
"""

import os
import signal
import time
from collections.abc import Callable, Mapping
from typing import Final

VARIABLE: Final = "FAILPOINTS"

Failpoint = Callable[[str], None]
Action = Callable[[], None]


class FailpointReached(Exception):
    """What the action ``raise`` raises. Nothing in the product catches it."""


class FailpointUnreadable(Exception):
    """The setting has a mistyped fail point, or two at one place: one would never be reached."""

    def __init__(self, point: str) -> None:
        super().__init__(f"{VARIABLE} has {point!r}, not a first NAME:ACTION or NAME:ACTION@N")


def armed(setting: str) -> Failpoint:
    """Makes the function that fails as ``setting`` says. Raises :class:`FailpointUnreadable`."""
    if not setting:
        return _nothing
    points: dict[str, Action] = {}
    for text in setting.split(","):
        name, action = _point(text)
        if name in points:
            raise FailpointUnreadable(text)
        points[name] = action
    return lambda name: points[name]() if name in points else None


def _nothing(name: str) -> None:
    pass


def _point(text: str) -> tuple[str, Action]:
    name, _, does = text.strip().partition(":")
    what, _, passage = does.partition("@")
    verb, _, value = what.partition("=")
    try:
        action = _sleeping(float(value)) if verb == "sleep" else _ACTIONS[what]
        return name, _at(int(passage), action) if passage else action
    except (KeyError, ValueError) as unreadable:
        raise FailpointUnreadable(text) from unreadable


def _at(passage: int, action: Action) -> Action:
    passed = 0

    def counted() -> None:
        nonlocal passed
        passed += 1
        if passed == passage:
            action()

    return counted


def _sleeping(seconds: float) -> Action:
    return lambda: time.sleep(seconds)


def _signalled(number: signal.Signals) -> Action:
    return lambda: os.kill(os.getpid(), number)


def _raise() -> None:
    raise FailpointReached


_ACTIONS: Final[Mapping[str, Action]] = {
    "kill": _signalled(signal.SIGKILL),
    "stop": _signalled(signal.SIGSTOP),
    "raise": _raise,
}

_SETTING: Final = os.environ.get(VARIABLE, "")
ARMED: Final = bool(_SETTING)
"""Whether this process has any, so that steps done at once can be taken apart for them."""
failpoint: Final = armed(_SETTING)
