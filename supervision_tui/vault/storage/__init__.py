"""What stands in the database: documents, revisions and their chain, search, retention, the schema."""
