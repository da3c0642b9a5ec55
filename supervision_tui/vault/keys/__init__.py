"""Keys: wrapping, the key file, passphrases, recovery words, the system's keyring, the wait after wrong attempts."""
