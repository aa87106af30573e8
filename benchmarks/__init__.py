"""Every speed figure that the README quotes, measured by `python -m benchmarks`."""
