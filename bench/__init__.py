"""Evenhand beside its peers: one table, every ratio from one run. `bench/run --help`."""
