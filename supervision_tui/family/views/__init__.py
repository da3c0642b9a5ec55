"""Other looks at one family: as at a day, beside another, cut down for a reader, described, who is missing."""
