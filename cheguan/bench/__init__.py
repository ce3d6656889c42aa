"""The figures of design.md §11: one module a figure, its peers measured beside ours in one run."""
