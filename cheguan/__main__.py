"""The installed command, and ``python -m cheguan``.

A process that is spawned to share work loads this module again. It has no use for the command
line, and so does not load it.
"""


def main() -> None:
    """Loads the command line and runs it."""
    from cheguan.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
