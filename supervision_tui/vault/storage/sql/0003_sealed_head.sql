-- The newest line of the history is sealed with a key of the vault's own (meta 'seal', written by the program after this);
-- texts that wait beside others are found by an index; the table of the former tool for changes of schema goes.
DROP TABLE IF EXISTS alembic_version;
CREATE INDEX ix_revision_conflict ON revision (seq) WHERE action = 'conflict';
