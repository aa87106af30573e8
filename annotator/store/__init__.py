"""The project file: one SQLite database with a journal of edits, its backups and its checks."""
