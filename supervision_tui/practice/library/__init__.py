"""Practice content as shipped: packs, templates, frameworks, checklists, and reading them."""
