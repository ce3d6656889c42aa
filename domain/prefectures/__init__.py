"""The decisions of a prefecture about its windows: what is open where."""
