-- How long a document is kept, and a search index that holds no text of its own: the index of the first schema kept every
-- text twice more and could become inconsistent. The text now stands once, compressed, in passage.
CREATE TABLE keeping (
	kind VARCHAR NOT NULL,
	id VARCHAR NOT NULL,
	due VARCHAR,
	why VARCHAR DEFAULT '' NOT NULL,
	held VARCHAR DEFAULT '' NOT NULL,
	CONSTRAINT pk_keeping PRIMARY KEY (kind, id)
);
CREATE TABLE passage (
	number INTEGER NOT NULL,
	shown BLOB NOT NULL,
	CONSTRAINT pk_passage PRIMARY KEY (number)
);
CREATE TEMPORARY TABLE former_words AS SELECT rowid AS number, folded, shown FROM words;
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5(folded, content='', contentless_delete=1, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO passage (number, shown) SELECT number, compressed(shown) FROM former_words;
INSERT INTO words (rowid, folded) SELECT number, folded FROM former_words;
DROP TABLE former_words;
