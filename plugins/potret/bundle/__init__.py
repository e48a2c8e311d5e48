"""One school for a USB stick: the built site of one school, closed, named for any stick, and listed with its sums."""
