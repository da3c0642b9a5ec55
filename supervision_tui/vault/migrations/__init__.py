"""One file for each change of the tables, run by Alembic (see ``migrating``)."""
