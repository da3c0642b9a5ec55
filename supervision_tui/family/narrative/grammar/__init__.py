"""The English of a family told in sentences: words, names, kinship nouns, times, phrases about people, clauses."""
