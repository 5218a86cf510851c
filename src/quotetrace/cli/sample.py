"""The sample articles: in an installed package beside the code, in a checkout in its folder seeds/."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def sample() -> Iterator[str]:
    """The path of a folder that holds the sample articles and their sources.yml."""
    shipped = files("quotetrace") / "seeds"
    if shipped.is_dir():
        with as_file(shipped) as folder:
            yield str(folder)
    else:
        yield str(Path(__file__).parents[3] / "seeds")
