"""Readers and writers: a registry, and one file a format."""
