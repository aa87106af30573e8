"""Cells of tables that spreadsheets may take for formulas: escaped on the way out, as they were on the way in."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def escaped(cell: str) -> str:
    """Return a cell that no spreadsheet calculates: an apostrophe goes before what would begin a formula."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def unescaped(cell: str) -> str:
    """Return what `escaped` was given."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell
