"""Parts that stand on more than one screen, or are too big for one."""
