"""spaCy in, plain offsets out."""
