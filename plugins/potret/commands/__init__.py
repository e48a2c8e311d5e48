"""Commands with more to them than `cli` should hold."""
