"""Makes ``python -m cheguan`` the same as the installed command."""

from cheguan.cli import main

if __name__ == "__main__":
    main()
