#!/usr/bin/env python3
"""Holds layout and PDF of a short and a long document against Typst and LibreOffice, in one run.

The same words in the same fonts on the same page. For each: time on the processor (the least of several runs),
the most memory it held, the size of its file; then the ratios and what they are to be. Typst's wheel runs within
Python, so the interpreter's own time and memory are taken off. LibreOffice converts our Word file.

    ./scripts/bench-paper.py PAPER_BENCH WORK_FOLDER
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "src-tauri/fonts"
RUNS = 5

TYPST = """
import sys, typst
if len(sys.argv) > 1:
    typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True,
                  pdf_standards="a-2b")
"""


def measure(command, runs=RUNS, environment=None):
    """Least seconds on the processor and most memory in MB of a command with all its children."""
    best, memory = None, 0
    for _ in range(runs):
        pid = os.fork()
        if pid == 0:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.execvpe(command[0], command, {**os.environ, **(environment or {})})
        _, status, usage = os.wait4(pid, 0)
        if status:
            sys.exit(f"failed: {' '.join(map(str, command))}")
        seconds = usage.ru_utime + usage.ru_stime
        best = seconds if best is None else min(best, seconds)
        memory = max(memory, usage.ru_maxrss / 1024)
    return best, memory


def typst_python(folder):
    """A Python with Typst's wheel, in an environment of its own."""
    environment = folder / "typst"
    python = environment / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "typst==0.15.2"], check=True)
    return str(python)


def pages(file):
    found = subprocess.run(["pdfinfo", file], capture_output=True, text=True).stdout
    return next((int(line.split()[1]) for line in found.splitlines() if line.startswith("Pages:")), 0)


def line(name, file, seconds, memory):
    size = Path(file).stat().st_size / 1024
    print(f"  {name:<12}{pages(file):5} pages {seconds * 1000:9.0f} ms CPU {memory:7.0f} MB {size:8.0f} KB")
    return size


def main():
    bench, folder = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    python = None
    try:
        python = typst_python(folder)
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"  Typst is left out: {error}")
    for paragraphs, aim in [(32, (1 / 3, 30)), (1600, (1 / 4, None))]:
        ours, word, source, theirs = (folder / f"{paragraphs}{end}" for end in (".pdf", ".docx", ".typ", "-typst.pdf"))
        seconds, memory = measure([bench, "pdf", str(paragraphs), str(ours)])
        print(f"document of {paragraphs * 2} paragraphs")
        size = line("this program", ours, seconds, memory)
        if python:
            subprocess.run([bench, "typst", str(paragraphs), source], check=True)
            idle, held = measure([python, "-c", TYPST])
            their, most = measure([python, "-c", TYPST, str(source), str(theirs), str(FONTS)])
            their, most = their - idle, most - held
            their_size = line("Typst", theirs, their, most)
            judge("CPU of Typst", seconds / their, aim[0])
            judge("memory of Typst", memory / most, 1 / 2)
            judge("size of Typst", size / their_size, 1)
        if aim[1] and shutil.which("soffice"):
            subprocess.run([bench, "docx", str(paragraphs), word], check=True)
            command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder / "office"), str(word)]
            their, most = measure(command, runs=2, environment={"HOME": str(folder)})
            line("LibreOffice", folder / "office" / f"{paragraphs}.pdf", their, most)
            judge("CPU of LibreOffice", seconds / their, 1 / aim[1])


def judge(what, ratio, aim):
    print(f"    {ratio:6.3f} of the {what}; aim {aim:.3f}{'   <-- missed' if ratio > aim else ''}")


main()
