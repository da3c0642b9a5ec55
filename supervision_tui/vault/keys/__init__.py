"""Keys: wrapping, the key file, passphrases, recovery words, the keyring of the system, attempts."""
