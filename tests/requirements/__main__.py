"""``python -m tests.requirements > docs/requirements.md``."""

import sys

from tests.requirements.document import document

if __name__ == "__main__":
    sys.stdout.write(document())
