"""Tests: they mirror the rooms of the program."""
