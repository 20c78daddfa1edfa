"""That `make scale` finds what is wrong, and, where its packages are installed, that a small run of it agrees."""

import platform
import struct
import subprocess
import sys
import unittest
from decimal import Decimal
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pyarrow

ROOT = Path(__file__).parents[2]
INSTALLED = ROOT / "target/scale/python/installed.txt"
WANTED = ROOT / "tools/setup/cluster-requirements.txt"

sys.path.insert(0, str(ROOT / "benches/scale"))
from observed import by_key, check_whole, differences  # noqa: E402


def row(place="990101", unit="yuan", value="12.50", count=2, **more):
    told = {"place": place, "period": 2020, "indicator": "aid", "domain": "health", "stage": "completed", "unit": unit}
    return {**told, "value": Decimal(value), "count": count, **more}


ABOUT = {"payments": 2, "cases": 1, "fen": 1250}
WHOLE = [row(), row(unit="person", value="1"), row(unit="case", value="1", count=1)]


class Checks(unittest.TestCase):
    def test_the_same_observations_do_not_differ(self):
        self.assertEqual(list(differences(by_key(WHOLE), by_key(WHOLE[::-1]))), [])

    def test_a_lost_an_added_and_an_altered_observation_are_each_found(self):
        altered = [row(value="12.51"), WHOLE[1], row(place="990102", unit="case", value="1", count=1)]
        found = list(differences(by_key(altered), by_key(WHOLE)))
        self.assertEqual(len(found), 3, found)
        self.assertEqual(len(list(differences(by_key([row(count=3)]), by_key([row()])))), 1)

    def test_an_observation_that_stands_there_twice_is_refused(self):
        with self.assertRaisesRegex(ValueError, "1 of 4 observations stand there twice"):
            by_key([*WHOLE, row()])

    def test_observations_stand_for_every_row_and_fen(self):
        check_whole(by_key(WHOLE), ABOUT)
        for name in ABOUT:
            with self.assertRaises(ValueError, msg=name):
                check_whole(by_key(WHOLE), {**ABOUT, name: ABOUT[name] + 1})


@unittest.skipUnless(sys.platform == "linux" and platform.machine() == "x86_64", "the library is none of 64-bit Linux")
class WeakVersions(unittest.TestCase):
    """tools/setup/weak-versions.py, by which an older glibc loads Ballista's library."""

    def test_a_version_is_marked_once_none_of_its_symbols_has_to_be_there(self):
        script = spec_from_file_location("weak_versions", ROOT / "tools/setup/weak-versions.py")
        weak = module_from_spec(script)
        script.loader.exec_module(weak)
        image = bytearray(next(Path(pyarrow.__file__).parent.glob("_json.*.so")).read_bytes())
        as_it_was = bytes(image)
        self.assertEqual(weak.weaken(image), 0, "a need is certain")
        self.assertEqual(image, as_it_was)
        # One of its versions, all of whose symbols become such that it can do without.
        headers = weak.sections(image)
        (versions,) = [each for each in headers if each[1] == weak.VERSYM]
        symbols = headers[versions[weak.DYNSYM_OF]]
        chosen = max(weak.needed(image, headers))
        for at in range(symbols[5] // weak.SYMBOL):
            if struct.unpack_from("<H", image, versions[4] + 2 * at)[0] == chosen:
                info = symbols[4] + weak.SYMBOL * at + 4
                image[info] = weak.WEAK_BINDING << 4 | image[info] & 15
        self.assertEqual(weak.weaken(image), 1)
        self.assertEqual(weak.weaken(image), 0, "it stays marked")


@unittest.skipUnless(INSTALLED.exists() and INSTALLED.read_bytes() == WANTED.read_bytes(), "Ballista and Spark are not installed: tools/setup/cluster.sh")
class SmallRun(unittest.TestCase):
    def test_ballista_and_spark_agree_with_datafusion(self):
        command = [ROOT / "tools/scale.sh", "--rows=20000", "--unharmed"]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for engine in ["datafusion", "ballista", "spark"]:
            self.assertRegex(done.stdout, rf"{engine}: .* all as they should be")


if __name__ == "__main__":
    unittest.main()
