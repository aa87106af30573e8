"""Worker processes, real ones."""
