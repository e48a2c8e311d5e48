"""How templates call functions: as Jinja does, without asking each time whether a function wants the context.

Jinja looks for marks of its own in a function before each call, and a page makes four hundred: a twentieth of a build.
"""

from collections.abc import Callable
from types import FunctionType, MethodType
from typing import Any

from jinja2.runtime import Context, Macro

_PLAIN = (FunctionType, MethodType)


class CallingContext(Context):
    """A context with a short way for macros, and for functions that have none of Jinja's marks."""

    def call(self, obj: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as Jinja's
        """Call an object from a template; anything unusual goes Jinja's way."""
        is_macro = isinstance(obj, Macro)
        if is_macro or (isinstance(obj, _PLAIN) and not hasattr(obj, "jinja_pass_arg")):
            if kwargs:  # what a loop or a block has set is for functions that want the context
                kwargs.pop("_loop_vars", None)
                kwargs.pop("_block_vars", None)
            return obj(self.eval_ctx, *args, **kwargs) if is_macro else obj(*args, **kwargs)
        return super().call(obj, *args, **kwargs)
