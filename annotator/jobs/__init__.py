"""Supervised worker processes: one killable child per job, with deadline, memory cap and progress."""
