"""NOTICE: what one person was told of one step, and whether it arrived (ADR 96)."""
