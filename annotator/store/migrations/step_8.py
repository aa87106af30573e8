"""Version 8: edits in the journal are deflated with a dictionary. Those that are there stay, and are read as before."""

from alembic.operations import Operations


def upgrade(_: Operations) -> None:
    """Change nothing: the number keeps programs away that cannot read the entries made from now on."""
