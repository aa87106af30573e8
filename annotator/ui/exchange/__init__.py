"""The windows by which people exchange their work: packs, merging, forks."""
