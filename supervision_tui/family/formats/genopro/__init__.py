"""GenoPro's files in: people, unions, children, emotional lines and the world round them."""
