"""Files that people upload: judged, cleaned, sealed, and named by what is stored (ADR 42)."""
