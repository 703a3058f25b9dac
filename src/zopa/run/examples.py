"""The example that comes with zopa, copied to where somebody can work on it."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from zopa.errors import InputError, Problem
from zopa.folder.case_folder import is_case

NAME = "moscow-2025"
PROBLEM_CODES = {
    "example-missing": "the example case does not lie where the installation has it",
}


def copy_example(target: Path) -> Path:
    """A copy of the example in `target`; a case that is there already is left as it is, so that a demo can be gone on with.

    Raises:
        InputError: the installation has no example, or the folder holds something else.
    """
    if is_case(target):
        return target
    if target.exists() and any(target.iterdir()):
        message, cure = f"Expected an empty folder or a case, found other files in {target}.", "Name another folder."
        raise InputError((Problem("error", str(target), None, "case-none", message, cure),))
    inside = files("zopa").joinpath("examples", NAME)
    beside = Path(__file__).parents[3] / "examples" / NAME  # an editable installation has it in the checkout
    if inside.is_dir():
        with as_file(inside) as source:
            shutil.copytree(source, target, dirs_exist_ok=True)
    elif is_case(beside):
        shutil.copytree(beside, target, dirs_exist_ok=True)
    else:
        message = "Expected the example in the installation, found none."
        raise InputError((Problem("error", "", None, "example-missing", message, "Install zopa again."),))
    return target
