"""Files that other programs wrote, against counts that are not ours."""
