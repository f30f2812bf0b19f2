"""What every command does with a file that can't be read or written: one line, exit 2, nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samklang.cli.files import write_bytes
from samklang.cli.main import main
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.kernel.yaml_text import MOST_LETTERS, read_yaml

LAUGHS = "a0: &a0 [lol, lol]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
GARBAGE = {
    "binary": bytes(range(256)) * 20,
    "empty": b"",
    "blank": b"   \n\n",
    "utf16": "schema: value-map/1\ntitle: \u00e5".encode("utf-16"),
    "nul": b"rses_01,rses_02\n1,\x002\n",
    "twice": b"a: 1\na: 2\n",
    "object": b"a: !!python/object/apply:os.system ['false']\n",
    "laughs": LAUGHS.encode(),
    "itself": b"&a [*a]\n",
    "merged_in_itself": b"a: &a\n  <<: *a\n",
    "deep": b"[" * 5000,
    "deep_json": b'{"a":' * 100_000,
    "long_number": b"a: " + b"9" * 5000,
    "half_a_letter": b'{"a": "\\ud800"}',
    "two": b"a: 1\n---\nb: 2\n",
    "list_for_a_key": b"? [1, 2]\n: 3\n",
    "list": b"- 1\n- 2\n",
}
COMMANDS = {
    "score": ["score", "rses", "FILE"],
    "score_own": ["score", "FILE.yaml", "FILE"],
    "reliability": ["reliability", "rses", "FILE"],
    "effect": ["effect", "FILE"],
    "value": ["value", "FILE"],
    "exclusion": ["exclusion", "FILE.yaml"],
    "costs_yaml": ["exclusion", "exempel-uvas", "--costs", "FILE.yaml"],
    "costs_csv": ["exclusion", "exempel-uvas", "--costs", "FILE"],
    "export": ["export", "codebook", "FILE.yaml"],
    "import_fhir": ["import", "fhir", "FILE"],
    "import_xlsform": ["import", "xlsform", "FILE"],
    "audit": ["audit", "FILE"],
}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_no_garbage_gives_a_traceback_and_nothing_is_written(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    for name, content in {**GARBAGE, "a_folder": None, "nowhere": None}.items():
        file = tmp_path / name
        for path in (file, tmp_path / f"{name}.yaml"):
            if content is not None:
                path.write_bytes(content)
            elif name == "a_folder":
                path.mkdir()
        arguments = [part.replace("FILE", str(file)) for part in COMMANDS[command]]
        assert (name, main([*arguments, "--out", str(out)])) == (name, 2)
        told = capsys.readouterr()
        assert (told.out, out.exists(), name in told.err, len(told.err) < 5000) == ("", False, True, True)


def test_a_file_that_cannot_be_replaced_leaves_no_draft_beside_it(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for out in (tmp_path / "folder", tmp_path / "none" / "x.csv"):
        with pytest.raises(UnreadableInput, match="can't be written"):
            write_bytes(b"1", str(out))
    assert [child.name for child in tmp_path.iterdir()] == ["folder"]


def test_a_draft_that_fails_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(UnreadableInput, match="No space left on device"):
        write_bytes(b"1", str(tmp_path / "x.csv"))
    assert list(tmp_path.iterdir()) == []


def test_a_result_has_the_rights_any_new_file_has_and_keeps_those_of_an_old_one(tmp_path: Path) -> None:
    new, plain = tmp_path / "new", tmp_path / "plain"
    plain.touch()
    write_bytes(b"1", str(new))
    assert new.stat().st_mode == plain.stat().st_mode
    new.chmod(0o640)
    write_bytes(b"2", str(new))
    assert (new.stat().st_mode & 0o777, new.read_bytes()) == (0o640, b"2")


def test_a_result_can_go_to_something_that_is_no_file() -> None:
    write_bytes(b"1", os.devnull)
    assert Path(os.devnull).is_file() is False


def test_a_name_with_a_nul_in_it_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text('schema: effect-plan/1\ndata: "a\\0b"\nindicators: [{id: x, min: 1, max: 5}]\n')
    assert main(["effect", str(plan)]) == 2
    assert "is no name of a file" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_at_the_other_end_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "samklang.cli.main", "power", "30"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (done.returncode, done.stderr) == (2, "the result can't be printed (No space left on device)\n")


def test_the_locale_of_the_machine_changes_nothing() -> None:
    run = [sys.executable, "-m", "samklang.cli.main", "power", "30", "--lang", "sv"]
    done = subprocess.run(run, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, "förändring" in done.stdout.decode()) == (0, True)


def test_a_data_file_given_as_a_plan_is_refused_before_it_takes_minutes() -> None:
    with pytest.raises(UnreadableInput, match=r"plan\.yaml: .* letters long, where .* are the most"):
        read_yaml("a" * (MOST_LETTERS + 1), "plan.yaml")
