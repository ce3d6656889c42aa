"""The decisions of a case, one module a phase; :mod:`decide` is their door."""
