"""Readers and writers, each through its door."""
