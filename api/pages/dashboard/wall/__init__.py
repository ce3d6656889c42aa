"""The dashboard for a screen that hangs on a wall."""
