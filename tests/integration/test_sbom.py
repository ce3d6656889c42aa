"""The bill of materials names all that runs, each with the hashes that the installer demands."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_bill_of_materials_names_all_that_runs_with_its_hashes(tmp_path: Path) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    rows = re.findall(r"^([\w.-]+)==([\w.]+)(.*?)(?=^[\w.-]+==|\Z)", lock, re.M | re.S)
    locked = {
        (name, version): set(re.findall(r"sha256:(\w+)", rest)) for name, version, rest in rows
    }
    folder = Path(sys.executable).parent
    subprocess.run(
        ["make", "sbom", f"VENV={folder.parent}", f"SBOM={tmp_path / 'bill.json'}"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    bill = json.loads((tmp_path / "bill.json").read_text(encoding="utf-8"))
    told = {
        (each["name"], each["version"]): {
            mark["content"]
            for place in each["externalReferences"]
            for mark in place.get("hashes", ())
        }
        for each in bill["components"]
    }
    assert bill["bomFormat"] == "CycloneDX"
    assert len(locked) > 40
    assert told == locked
