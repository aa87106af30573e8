"""Tables of rows: one row is chosen at a time, and Tab goes on to the next widget."""

from PySide6.QtWidgets import QAbstractItemView, QTableView


def show_as_rows[T: QTableView](table: T, name: str) -> T:
    """Make a table a list of rows with an accessible name; its head and widths stay the caller's."""
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    return table
