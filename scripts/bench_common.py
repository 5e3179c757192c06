"""What the scripts that compare with other programs share; not run by itself."""
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "release"
JARS = pathlib.Path("/usr/share/java")  # Debian's
LUCENE = ("core", "analyzers-common", "facet", "highlighter", "memory", "queries")


def output(command, statuses=(0,)):
    """What a command prints; ends the program if it fails."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode not in statuses:
        name = pathlib.Path(sys.argv[0]).name
        sys.exit(f"{done.stdout}{done.stderr}\n{name}: failed: {' '.join(map(str, command))}")
    return done.stdout


def build_release(*targets):
    if not (BUILD / "build.ninja").exists():
        output(["cmake", "-S", ROOT, "--preset", "release", "-DPOSTIL_TESTS=ON"])
    output(["cmake", "--build", BUILD, "--target", *targets])


def lucene_class_path(classes):
    """Compiles the peers of tests/bench/lucene into a folder; None if Lucene or a JDK is missing."""
    jars = [next(iter(sorted(JARS.glob(f"lucene-{name}-8*.jar"))), None) for name in LUCENE]
    if None in jars or not shutil.which("javac"):
        return None
    path = ":".join(map(str, jars))
    sources = sorted((ROOT / "tests" / "bench" / "lucene").glob("*.java"))
    output(["javac", "-d", classes, "-cp", path, *sources])
    return f"{classes}:{path}"
