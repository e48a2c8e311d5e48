"""The adapter: the only package that imports MkDocs. It announces and hands over what the domain composed."""
