"""The notebook on the disk: its lease, header, files of its own, the file system it stands on."""
