#!/usr/bin/env python3
"""Draws specimens of identity documents of invented people, and hostile files: specimens.py OUTDIR [--seed N].

The same seed gives the same pictures. OUTDIR/specimens.json holds the truth about each file.
Needs python3-pil, python3-numpy, python3-pikepdf, libheif-examples, fonts-noto-core, fonts-ocr-b of Debian.
"""

import argparse
import json
import pathlib
import subprocess
import time

from PIL import Image

import drawing
import hostile
import people

# Planted where a camera leaves traces; none may be found in what the worker gives.
MARKER = "SPECIMEN-MARKER-7731"

DAY = time.gmtime(0)


def exif(orientation):
    """EXIF with the orientation, a marker in three texts, and a place in the sea."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010E] = tags[0x013B] = tags[0x0110] = MARKER
    tags[0x8825] = {1: "N", 2: (0.0, 0.0, 1.0), 3: "W", 4: (10.0, 7.0, 31.0), 29: "1899:12:31"}
    return tags


class Folder:
    def __init__(self, path):
        self.path, self.truth = path, []

    def add(self, name, **truth):
        self.truth.append({"file": name} | truth)
        return self.path / name


def write(path, seed):
    folder = Folder(path)
    who = people.person(seed)
    front, back, sheet = drawing.front(who), drawing.back(who), drawing.sheet(who)
    upright = drawing.photograph(sheet, seed)
    card = {"zone": people.td1(who)}

    front.save(folder.add("front.jpg", type="jpeg", pages=1, zone=None), quality=90, exif=exif(1))
    back.save(folder.add("back.jpg", type="jpeg", pages=1, clean=True, **card), quality=90, exif=exif(1))
    back.save(folder.add("back.png", type="png", pages=1, clean=True, **card))
    back.rotate(180).save(folder.add("upside-down.png", type="png", pages=1, clean=True, **card))
    sheet.save(folder.add("sheet.png", type="png", pages=1, clean=True, **card))
    sheet.save(folder.add("sheet.webp", type="webp", pages=1, clean=True, **card), quality=88, exif=exif(1))
    front.save(folder.add("card.tiff", type="tiff", pages=2, clean=True, **card), save_all=True,
               append_images=[back], compression="tiff_lzw")
    front.save(folder.add("card.pdf", type="pdf", pages=2, clean=True, **card), save_all=True, append_images=[back],
               resolution=300, title=MARKER, author=MARKER, quality=90, creationDate=DAY, modDate=DAY)
    page = drawing.passport(who)
    page.save(folder.add("passport.jpg", type="jpeg", pages=1, clean=True, zone=people.td3(who)), quality=90)

    # Stored lying on its side, as a telephone stores it; orientation 6 says how to turn it.
    photo = folder.add("photo.jpg", type="jpeg", pages=1, orientation=6, **card)
    upright.rotate(90, expand=True).save(photo, quality=88, exif=exif(6))
    heic = folder.add("photo.heic", type="heic", pages=1, **card)
    upright.save(path / "photo.tmp.jpg", quality=95, exif=exif(1))
    subprocess.run(["heif-enc", "-q", "60", "-o", str(heic), str(path / "photo.tmp.jpg")], check=True,
                   capture_output=True)
    (path / "photo.tmp.jpg").unlink()

    dark = Image.eval(upright, lambda value: value // 5)
    dark.save(folder.add("dark.jpg", type="jpeg", pages=1, hints=["tooDark"]), quality=88)
    black = Image.eval(upright, lambda value: value // 40)
    black.save(folder.add("black.jpg", type="jpeg", pages=1, hints=["tooDark"]), quality=88)
    pale = Image.eval(sheet, lambda value: 205 + value // 6)
    pale.save(folder.add("pale.png", type="png", pages=1, hints=["tooPale"]))
    blurred = upright.filter(drawing.ImageFilter.GaussianBlur(9))
    blurred.save(folder.add("blurred.jpg", type="jpeg", pages=1, hints=["blurred"]), quality=88)
    cut = back.crop((0, 0, 1600, 800)).crop((100, 0, 1400, 690))
    cut.save(folder.add("cut.jpg", type="jpeg", pages=1, hints=["cutEdge"]), quality=88)

    # 40 million pixels that take little room in the file and much in memory.
    large = folder.add("large.tiff", type="tiff", pages=1)
    Image.new("RGB", (6320, 6320), (240, 240, 240)).save(large, compression="tiff_adobe_deflate")

    for name, content, expected in hostile.files((path / "front.jpg").read_bytes()):
        key = {"refused": expected} if isinstance(expected, str) else {"notices": sorted(expected)}
        folder.add(name, **key).write_bytes(content)
    truth = {"seed": seed, "marker": MARKER, "person": who, "files": folder.truth}
    (path / "specimens.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    write(options.folder, options.seed)


if __name__ == "__main__":
    main()
