"""Verbs of the program, one file a user story."""
