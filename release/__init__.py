"""Making a release: the folder for laptops, the house of wheels, and what proves them."""
