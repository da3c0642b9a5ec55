"""The program in a browser on this computer, for one person: a door that only the printed address opens."""
