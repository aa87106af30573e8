"""The verbs of the program for a terminal."""
