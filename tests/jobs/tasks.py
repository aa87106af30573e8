"""What the children of the tests do: well-behaved, slow, greedy, deadly."""

import os
import time
from collections.abc import Iterator


class Text:
    """Something with a long text, as articles have."""

    def __init__(self, size: int) -> None:
        """Be so long."""
        self.text = "x" * size


def double(state: int | None, item: int) -> int:
    """Return twice the number, or the number times the state."""
    return item * (state or 2)


def make_state(number: int) -> int:
    """Return the state of a child."""
    return number


def break_in_setup() -> None:
    """Fail before the first item."""
    raise ValueError("the model is not there")


def die_in_setup() -> None:
    """Take the process down before the first item."""
    os._exit(9)


def sleep_in_setup() -> None:
    """Never be ready."""
    time.sleep(60)


def count(_: None, item: int) -> Iterator[int]:
    """Yield numbers up to this one."""
    yield from range(item)


def misbehave(_: None, item: str) -> object:
    """Do what the item says."""
    match item:
        case "loop":
            while True:
                pass
        case "eat":
            return len(bytes(8 << 30))
        case "die":
            os._exit(9)
        case "fail":
            raise ValueError("no good")
        case "nest":
            nested: list[object] = []
            for _depth in range(100_000):
                nested = [nested]
            return nested
        case _:
            return item


def pour(_: None, item: int) -> Iterator[Text]:
    """Yield long texts for ever."""
    while True:
        yield Text(item)


def pid_of(_: None, __: object) -> int:
    """Return the id of the child."""
    return os.getpid()
