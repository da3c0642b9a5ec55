-- The tables of a new vault. A vault of an older schema is brought here by the numbered files beside this one; a test
-- keeps the two ways equal. One statement ends with a semicolon at the end of a line.
CREATE TABLE meta (
	name VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	CONSTRAINT pk_meta PRIMARY KEY (name)
);
CREATE TABLE revision (
	seq INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	id VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	base INTEGER NOT NULL,
	author VARCHAR NOT NULL,
	saved_at VARCHAR NOT NULL,
	action VARCHAR NOT NULL,
	draft BOOLEAN NOT NULL,
	sealed BOOLEAN NOT NULL,
	title VARCHAR DEFAULT '' NOT NULL,
	body BLOB,
	note VARCHAR DEFAULT '' NOT NULL,
	salt BLOB,
	content_hash VARCHAR NOT NULL,
	previous VARCHAR NOT NULL,
	hash VARCHAR NOT NULL,
	CONSTRAINT pk_revision PRIMARY KEY (seq)
);
CREATE INDEX ix_revision_kind_id_version ON revision (kind, id, version);
CREATE TABLE document (
	number INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	id VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	author VARCHAR NOT NULL,
	saved_at VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	sealed BOOLEAN DEFAULT 0 NOT NULL,
	CONSTRAINT pk_document PRIMARY KEY (number),
	CONSTRAINT uq_document_kind_id UNIQUE (kind, id)
);
CREATE TABLE author_key (
	author VARCHAR NOT NULL,
	public BLOB NOT NULL,
	wrapped VARCHAR NOT NULL,
	made_at VARCHAR NOT NULL,
	CONSTRAINT pk_author_key PRIMARY KEY (author)
);
CREATE TABLE passage (
	number INTEGER NOT NULL,
	shown BLOB NOT NULL,
	CONSTRAINT pk_passage PRIMARY KEY (number)
);
CREATE TABLE keeping (
	kind VARCHAR NOT NULL,
	id VARCHAR NOT NULL,
	due VARCHAR,
	why VARCHAR DEFAULT '' NOT NULL,
	held VARCHAR DEFAULT '' NOT NULL,
	CONSTRAINT pk_keeping PRIMARY KEY (kind, id)
);
-- The search index: rowid is the document's number. It holds no text; the passage table has it, compressed. FTS5's own
-- secure-delete is not used: with texts of a few thousand repeated words it leaves the index inconsistent (measured on
-- SQLite 3.53.4). Deleted words leave the index by revisions.purge_words instead.
CREATE VIRTUAL TABLE words USING fts5(folded, content='', contentless_delete=1, tokenize = "unicode61 remove_diacritics 2");
CREATE INDEX ix_revision_conflict ON revision (seq) WHERE action = 'conflict';
