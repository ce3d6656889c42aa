"""What the desk of questions says by itself."""

from typing import Final

from domain.titles import Title

HEADING: Final = Title("咨询台", "Questions")
WAITING: Final = Title(
    "{service}业务现在{stage}。", "The application ({service}) stands so: {stage}."
)
UNTIL: Final = Title("{what}：最迟{day}。", " {what}: by {day}.")
