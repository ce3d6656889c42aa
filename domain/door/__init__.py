"""The one door into the domain, through which every command comes, whoever gives it (ADR 18)."""
