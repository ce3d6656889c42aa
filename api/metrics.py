"""What the API process counts itself."""

from typing import Final

from prometheus_client import Counter

SUBMITTED: Final = Counter(
    "cheguan_applications_submitted_total", "Applications stored", ["service"]
)
