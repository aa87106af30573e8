"""Pure arithmetic of agreement: a study, the best alignment of its spans, one measure a file; numpy and scipy only."""
