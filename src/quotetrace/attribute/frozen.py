"""Makes and copies values of frozen dataclasses in less time than they take themselves."""

from collections.abc import Callable
from dataclasses import field, fields, make_dataclass
from operator import attrgetter
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def maker(frozen: Callable[P, T]) -> Callable[P, T]:
    """Makes values of the dataclass ``frozen``, which has slots, of its fields in order, without its checks.

    That takes a fifth of the time: a frozen class sets each field by object.__setattr__. Here one that is not frozen
    takes them and then turns into it.
    """
    cls, unfrozen = frozen, _unfrozen(frozen)

    def make(*values: Any) -> Any:
        value = unfrozen(*values)
        value.__class__ = cls
        return value

    return make  # type: ignore[return-value]


def _unfrozen(frozen: Any) -> Any:
    """A class like the dataclass ``frozen``, but that its fields can be set."""
    taken = [(each.name, each.type, field(default=each.default)) for each in fields(frozen)]
    return make_dataclass(f"_{frozen.__name__}", taken, slots=True)


def changer(frozen: type[T]) -> Callable[..., T]:
    """Copies values of the dataclass ``frozen`` with other fields, as `dataclasses.replace` does, in less time."""
    cls: Any = frozen
    values, unfrozen = attrgetter(*[each.name for each in fields(cls)]), _unfrozen(cls)

    def change(value: T, **changes: Any) -> Any:
        changed = unfrozen(*values(value))
        for name, new in changes.items():
            setattr(changed, name, new)
        changed.__class__ = cls
        return changed

    return change
