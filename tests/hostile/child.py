"""``python -m tests.hostile.child serve`` is ``cheguan serve``, and ends with its input."""

from cheguan.cli import main
from tests.kit.lifeline import end_with_input

if __name__ == "__main__":
    end_with_input()
    main()
