"""The lead's windows: what annotators disagree on, and what is ruled about it."""
