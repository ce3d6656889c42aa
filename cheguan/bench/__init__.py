"""The figures of ``cheguan bench``: a module a figure, with its peers measured in the same run."""
