"""The README quotes the figures of the benchmarks as they are kept, and no others."""

from benchmarks.readme import README, table, with_table


def test_the_table_of_the_readme_is_that_of_the_kept_results() -> None:
    readme = README.read_text(encoding="utf-8")
    assert with_table(readme) == readme
    assert table() in readme
