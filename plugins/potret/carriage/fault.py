"""What can go wrong with a store."""


class StoreError(Exception):
    """The store did not take or give something."""


class DamagedError(Exception):
    """Something in the store is not what was put there."""

    def __init__(self, digest: str) -> None:
        super().__init__(digest)
        self.digest = digest


def reason(error: BaseException) -> str:
    """Say an exception in one line."""
    words = " ".join(str(error).split()) or type(error).__name__
    return words[:300]
