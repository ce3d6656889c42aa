"""The one door into the domain: every command comes through it, from whomever."""
