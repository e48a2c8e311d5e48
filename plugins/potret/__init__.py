"""The domain of Potret: model schools, their cycle, standards and good practices. Knows no MkDocs."""

__version__ = "0.1.0"
