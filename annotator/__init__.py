"""Annotator: an offline desktop program for fact-check labelling.

The map of the house, from the front door down; imports only ever go down:

* ``__main__``  the front door, where things are wired together
* ``ui``        the window, the only Qt
* ``cli``       the same verbs for a terminal
* ``workflow``  verbs, one file a user story
* ``jobs``      supervised worker processes
* ``formats``   readers and writers, one file a format
* ``nlp``       spaCy in, plain offsets out
* ``store``     the project file: SQLite, journal, backups
* ``agreement`` what annotators agree on: pure arithmetic, one measure a file
* ``model``     nouns: frozen dataclasses and pure functions
"""
