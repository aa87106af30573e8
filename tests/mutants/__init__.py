"""Seeded mutants of the merge: small mistakes that the laws of merging must notice."""
