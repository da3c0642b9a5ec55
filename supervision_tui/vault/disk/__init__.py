"""The vault's files: who has them open, their header, their rights, and the file system they are on."""
