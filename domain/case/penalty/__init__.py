"""The penalty for a violation, from the facts that are shown to the fine that is paid."""
