"""Marks a library's needs of symbol versions as weak where it needs none of that version's symbols for certain, so that a libc
that lacks the version still loads it (64-bit ELF, little-endian). Linkers write that mark themselves, but not all of them.

    weak-versions.py LIBRARY...
"""

import struct
import sys

DYNSYM_OF = 6
VERSYM, VERNEED = 0x6FFFFFFF, 0x6FFFFFFE
WEAK_NEED, WEAK_BINDING, UNDEFINED = 2, 2, 0
SYMBOL, HEADER = 24, "<IIQQQQIIQQ"


def sections(image):
    """The section headers, as tuples: name, type, flags, address, offset, size, link, …"""
    (start,) = struct.unpack_from("<Q", image, 40)
    entry, count = struct.unpack_from("<HH", image, 58)
    return [struct.unpack_from(HEADER, image, start + entry * at) for at in range(count)]


def needed(image, headers):
    """Numbers of the versions that hold a symbol which must be there."""
    (versions,) = [each for each in headers if each[1] == VERSYM]
    symbols = headers[versions[DYNSYM_OF]]
    for at in range(symbols[5] // SYMBOL):
        (version,) = struct.unpack_from("<H", image, versions[4] + 2 * at)
        info, _, section = struct.unpack_from("<BBH", image, symbols[4] + SYMBOL * at + 4)
        if section == UNDEFINED and info >> 4 != WEAK_BINDING:
            yield version & 0x7FFF


def weaken(image):
    """Sets the mark in place, and gives how many versions got it."""
    headers = sections(image)
    (needs,) = [each for each in headers if each[1] == VERNEED]
    strong, marked, at = set(needed(image, headers)), 0, needs[4]
    while True:
        _, count, _, first, following = struct.unpack_from("<HHIII", image, at)
        version = at + first
        for _ in range(count):
            _, flags, number, _, further = struct.unpack_from("<IHHII", image, version)
            if number not in strong and not flags & WEAK_NEED:
                struct.pack_into("<H", image, version + 4, flags | WEAK_NEED)
                marked += 1
            version += further
        if not following:
            return marked
        at += following


def main(paths):
    for path in paths:
        with open(path, "rb") as file:
            image = bytearray(file.read())
        if image[:6] != b"\x7fELF\x02\x01":
            sys.exit(f"{path} is no 64-bit ELF file")
        print(f"{path}: {weaken(image)} versions marked as weak")
        with open(path, "wb") as file:
            file.write(image)


if __name__ == "__main__":
    main(sys.argv[1:])
