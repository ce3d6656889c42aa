"""The papers that people hold, as they are shown, printed and verified (ADR 98)."""
