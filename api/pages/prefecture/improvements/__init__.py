"""The register of improvements of a prefecture: the list, one problem, what is entered."""
