#!/usr/bin/env python3
"""Writes the tables of the legacy character encodings as C arrays.

The tables follow the WHATWG Encoding standard. They come from Python's codecs, corrected where the
standard differs; each correction stands below with its reason. The output is deterministic:

    python3 Scripts/generate-encoding-tables.py

writes Sources/CEncodingTables/tables.c and Sources/CEncodingTables/include/encoding_tables.h.
"""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "CEncodingTables"

# WHATWG name, Python codec, in the order of SingleByteTable in Swift.
SINGLE_BYTE = [
    ("IBM866", "cp866"),
    ("ISO-8859-2", "iso8859_2"),
    ("ISO-8859-3", "iso8859_3"),
    ("ISO-8859-4", "iso8859_4"),
    ("ISO-8859-5", "iso8859_5"),
    ("ISO-8859-6", "iso8859_6"),
    ("ISO-8859-7", "iso8859_7"),
    ("ISO-8859-8", "iso8859_8"),
    ("ISO-8859-10", "iso8859_10"),
    ("ISO-8859-13", "iso8859_13"),
    ("ISO-8859-14", "iso8859_14"),
    ("ISO-8859-15", "iso8859_15"),
    ("ISO-8859-16", "iso8859_16"),
    ("KOI8-R", "koi8_r"),
    ("KOI8-U", "koi8_u"),
    ("macintosh", "mac_roman"),
    ("windows-874", "cp874"),
    ("windows-1250", "cp1250"),
    ("windows-1251", "cp1251"),
    ("windows-1252", "cp1252"),
    ("windows-1253", "cp1253"),
    ("windows-1254", "cp1254"),
    ("windows-1255", "cp1255"),
    ("windows-1256", "cp1256"),
    ("windows-1257", "cp1257"),
    ("windows-1258", "cp1258"),
    ("x-mac-cyrillic", "mac_cyrillic"),
]

# Bytes that the standard maps otherwise than Python.
SINGLE_BYTE_CORRECTIONS = {
    # The standard's KOI8-U has the Belarusian short U, as KOI8-RU.
    "KOI8-U": {0xAE: 0x045E, 0xBE: 0x040E},
    # Windows maps the sign that Python leaves out.
    "windows-1255": {0xCA: 0x05BA},
    # The standard's table is that of Mac OS Ukrainian.
    "x-mac-cyrillic": {0xA2: 0x0490, 0xB6: 0x0491, 0xFF: 0x20AC},
}

# GB18030-2022 gave these two-byte codes, private-use before, real characters.
GB18030_2022 = {
    0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14,
    0xA6DE: 0xFE15, 0xA6DF: 0xFE16, 0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19,
    0xFE59: 0x9FB4, 0xFE61: 0x9FB5, 0xFE66: 0x9FB6, 0xFE67: 0x9FB7, 0xFE6D: 0x9FB8,
    0xFE7E: 0x9FB9, 0xFE90: 0x9FBA, 0xFEA0: 0x9FBB,
}  # fmt: skip

# Codes of the standard's Big5 index that Python's codecs lack or map otherwise: HKSCS-2008, the
# ideographs that HKSCS unified with Big5 ones, control pictures, and the signs as Windows reads them.
BIG5_CORRECTIONS = """
877A:3875 877B:21D53 877C:2369E 877D:26021 877E:3EEC 87A1:258DE 87A2:3AF5 87A3:7AFC 87A4:9F97
87A5:24161 87A6:2890D 87A7:231EA 87A8:20A8A 87A9:2325E 87AA:430A 87AB:8484 87AC:9F96 87AD:942F
87AE:4930 87AF:8613 87B0:5896 87B1:974A 87B2:9218 87B3:79D0 87B4:7A32 87B5:6660 87B6:6A29
87B7:889D 87B8:744C 87B9:7BC5 87BA:6782 87BB:7A2C 87BC:524F 87BD:9046 87BE:34E6 87BF:73C4
87C0:25DB9 87C1:74C6 87C2:9FC7 87C3:57B3 87C4:492F 87C5:544C 87C6:4131 87C7:2368E 87C8:5818
87C9:7A72 87CA:27B65 87CB:8B8F 87CC:46AE 87CD:26E88 87CE:4181 87CF:25D99 87D0:7BAE 87D1:224BC
87D2:9FC8 87D3:224C1 87D4:224C9 87D5:224CC 87D6:9FC9 87D7:8504 87D8:235BB 87D9:40B4 87DA:9FCA
87DB:44E1 87DC:2ADFF 87DD:62C1 87DE:706E 87DF:9FCB 8E69:7BB8 8E6F:7C06 8E7E:7CCE 8EAB:7DD2
8EB4:7E1D 8ECD:8005 8ED0:8028 8F57:83C1 8F69:84A8 8F6E:840F 8FCB:89A6 8FCC:89A9 8FFE:8D77
906D:90FD 907A:92B9 90DC:975C 90F1:97FF 91BF:9F16 9244:8503 92AF:5159 92B0:515B 92B1:515D
92B2:515E 92C8:936E 92D1:7479 9447:6D67 94CA:799B 95D9:9097 9644:975D 96ED:701E 96FC:5B28
9B76:7201 9B78:77D7 9B7B:7E87 9BC6:99D6 9BDE:91D4 9BEC:60DE 9BF6:6FB6 9C42:8F36 9C53:4FBB
9C62:71DF 9C68:9104 9C6B:9DF0 9C77:83CF 9CBC:5C10 9CBD:79E3 9CD0:5A67 9D57:8F0B 9D5A:7B51
9DC4:62D0 9EA9:6062 9EEF:75F9 9EFD:6C4A 9F60:9B2E 9F66:9F17 9FCB:50ED 9FD8:5F0C A063:880F
A077:62CE A0D5:7468 A0DF:7162 A0E4:7250 A145:2027 A14E:FE51 A1C2:AF A1E3:FF5E A1F2:2295 A1F3:2299
A241:2215 A242:FE68 A244:FFE5 A246:FFE0 A247:FFE1 A3C0:2400 A3C1:2401 A3C2:2402 A3C3:2403
A3C4:2404 A3C5:2405 A3C6:2406 A3C7:2407 A3C8:2408 A3C9:2409 A3CA:240A A3CB:240B A3CC:240C
A3CD:240D A3CE:240E A3CF:240F A3D0:2410 A3D1:2411 A3D2:2412 A3D3:2413 A3D4:2414 A3D5:2415
A3D6:2416 A3D7:2417 A3D8:2418 A3D9:2419 A3DA:241A A3DB:241B A3DC:241C A3DD:241D A3DE:241E
A3DF:241F A3E0:2421 C6CF:5EF4 C6D3:65E0 C6D5:7676 C6D7:96B6 C6DE:3003 C6DF:4EDD FA5F:5029
FA66:507D FABD:5305 FAC5:5344 FAD5:537F FB48:5605 FBB8:5A77 FBF3:5E75 FBF9:5ED0 FC4F:5F58
FC6C:60A4 FCB9:6490 FCE2:6674 FCF1:675E FDB7:6C9C FDB8:6E1D FDBB:6E2F FDF1:716E FE52:732A
FE6F:745C FEAA:74E9 FEDD:7809
"""


def decode(data, codec):
    """The code points of `data`, or an empty list where the codec knows none."""
    try:
        return [ord(character) for character in data.decode(codec)]
    except UnicodeDecodeError:
        return []


def single_byte(name, codec):
    row = []
    for byte in range(0x80, 0x100):
        points = decode(bytes([byte]), codec)
        # The standard maps the C1 range straight through where the code page has a hole.
        if not points and byte < 0xA0:
            points = [byte]
        # Windows-1255 and 874 among others keep holes above; zero stands for malformed.
        row.append(points[0] if points else 0)
    for byte, point in SINGLE_BYTE_CORRECTIONS.get(name, {}).items():
        row[byte - 0x80] = point
    return row


def one(points):
    return points[0] if len(points) == 1 else 0


def gb18030():
    table = []
    for lead in range(0x81, 0xFF):
        for trail in [*range(0x40, 0x7F), *range(0x80, 0xFF)]:
            table.append(one(decode(bytes([lead, trail]), "gb18030")))
    for code, point in GB18030_2022.items():
        table[gbk_pointer(code)] = point
    # The standard gives this code its letter and the letter's former private-use code four bytes.
    table[gbk_pointer(0xA8BC)] = 0x1E3F
    # The standard reads this code, which pages use as a wide space, as one.
    table[gbk_pointer(0xA3A0)] = 0x3000
    return table


def gbk_pointer(code):
    lead, trail = code >> 8, code & 0xFF
    return (lead - 0x81) * 190 + trail - (0x40 if trail < 0x7F else 0x41)


def gb18030_ranges():
    """Starts of the runs in which four-byte pointers and code points grow together."""
    ranges, expected = [], None
    for pointer in range(39420):
        point = one(decode(four_bytes(pointer), "gb18030"))
        if point == 0:
            expected = None
            continue
        if point != expected:
            ranges.append((pointer, point))
        expected = point + 1
    return ranges


def four_bytes(pointer):
    pointer, fourth = divmod(pointer, 10)
    pointer, third = divmod(pointer, 126)
    first, second = divmod(pointer, 10)
    return bytes([first + 0x81, second + 0x30, third + 0x81, fourth + 0x30])


def big5():
    table = []
    for lead in range(0x81, 0xFF):
        for trail in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            data = bytes([lead, trail])
            table.append(one(decode(data, "big5hkscs")) or one(decode(data, "cp950")))
    for entry in BIG5_CORRECTIONS.split():
        code, point = (int(part, 16) for part in entry.split(":"))
        lead, trail = code >> 8, code & 0xFF
        table[(lead - 0x81) * 157 + trail - (0x40 if trail < 0x7F else 0x62)] = point
    return table


def jis0208():
    """Rows 1 to 120 by Shift_JIS codes; the rows above 94 hold the IBM extensions."""
    table = []
    for lead in [*range(0x81, 0xA0), *range(0xE0, 0xFD)]:
        for trail in [*range(0x40, 0x7F), *range(0x80, 0xFD)]:
            point = one(decode(bytes([lead, trail]), "cp932"))
            # The private-use rows are computed, not looked up.
            table.append(0 if 0xE000 <= point <= 0xF8FF else point)
    return table


def jis0212():
    table = []
    for lead in range(0xA1, 0xFF):
        for trail in range(0xA1, 0xFF):
            table.append(one(decode(bytes([0x8F, lead, trail]), "euc_jp")))
    # The tilde is full-width beside the one of ASCII.
    table[94 + 0xB7 - 0xA1] = 0xFF5E
    return table


def euc_kr():
    table = []
    for lead in range(0x81, 0xFF):
        for trail in range(0x41, 0xFF):
            table.append(one(decode(bytes([lead, trail]), "cp949")))
    return table


HEADER = """// Generated by Scripts/generate-encoding-tables.py; do not edit.
"""


def array(kind, name, values):
    lines = [f"static const {kind} {name}_table[{len(values)}] = {{"]
    for start in range(0, len(values), 16):
        lines.append("  " + ",".join(f"0x{v:X}" for v in values[start : start + 16]) + ",")
    lines.append("};")
    lines.append(f"const {kind} *winnow_{name}(void) {{ return {name}_table; }}")
    return "\n".join(lines) + "\n"


def main():
    ranges = gb18030_ranges()
    tables = [
        ("uint16_t", "single_byte", [v for n, c in SINGLE_BYTE for v in single_byte(n, c)]),
        ("uint16_t", "gb18030", gb18030()),
        ("uint16_t", "gb18030_range_pointers", [pointer for pointer, _ in ranges]),
        ("uint16_t", "gb18030_range_points", [point for _, point in ranges]),
        ("uint32_t", "big5", big5()),
        ("uint16_t", "jis0208", jis0208()),
        ("uint16_t", "jis0212", jis0212()),
        ("uint16_t", "euc_kr", euc_kr()),
    ]
    source = [HEADER, '#include "encoding_tables.h"\n']
    header = [HEADER, "#ifndef WINNOW_ENCODING_TABLES_H\n#define WINNOW_ENCODING_TABLES_H\n"]
    header.append("#include <stdint.h>\n")
    header.append("// Zero stands for a code that means nothing.\n")
    for kind, name, values in tables:
        source.append(array(kind, name, values))
        header.append(f"enum {{ winnow_{name}_count = {len(values)} }};")
        header.append(f"const {kind} *_Nonnull winnow_{name}(void);\n")
    header.append("#endif")
    (ROOT / "include").mkdir(parents=True, exist_ok=True)
    (ROOT / "tables.c").write_text("\n".join(source), encoding="ascii")
    (ROOT / "include" / "encoding_tables.h").write_text(
        "\n".join(header) + "\n", encoding="ascii"
    )


if __name__ == "__main__":
    main()
