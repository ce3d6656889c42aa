"""A process that the program starts runs the files of the program."""

import os
import subprocess
import sys
from pathlib import Path

import cheguan
from cheguan.itself import again, same_files

ROOT = Path(__file__).parents[2]


def test_another_package_of_the_name_in_the_working_folder_is_not_run(tmp_path: Path) -> None:
    other = tmp_path / "cheguan"
    other.mkdir()
    (other / "__init__.py").write_text("raise SystemExit('the other one')\n", encoding="utf-8")
    done = subprocess.run(
        again("cheguan.itself"),
        cwd=tmp_path,
        env={**os.environ, **same_files()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_tests_test_the_tree_they_stand_in() -> None:
    assert Path(cheguan.__file__).parent == ROOT / "cheguan"


def test_a_process_that_is_spawned_does_not_load_the_command_line() -> None:
    """It runs the module of the command under another name, as :mod:`multiprocessing` does."""
    spawned = (
        "import runpy, sys; runpy.run_module('cheguan.__main__', run_name='__mp_main__');"
        " print('cheguan.cli' in sys.modules)"
    )
    done = subprocess.check_output([sys.executable, "-c", spawned], cwd=ROOT, text=True)
    assert done == "False\n"
