"""Checks of a finished site, one module each."""
