"""Files that must be refused, or accepted with nothing of the danger left."""

import io
import struct
import zipfile
import zlib

import pikepdf


def archive(name, text):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pack:
        pack.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text)
    return buffer.getvalue()


def bomb(width, height):
    """A PNG of one colour whose few octets ask for width x height pixels."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    packer = zlib.compressobj(9)
    row = bytes(1 + width // 8)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def pages(count, script=None, password=None, size=(300, 300)):
    with pikepdf.new() as document:
        for _ in range(count):
            document.add_blank_page(page_size=size)
        if script:
            action = pikepdf.Dictionary(Type=pikepdf.Name.Action, S=pikepdf.Name.JavaScript, JS=pikepdf.String(script))
            document.Root.OpenAction = document.make_indirect(action)
        # The old cipher, because it is the one without random numbers.
        old = {"R": 3, "aes": False, "metadata": False}
        guard = pikepdf.Encryption(owner=password, user=password, **old) if password else False
        buffer = io.BytesIO()
        document.save(buffer, encryption=guard, static_id=True)
        return buffer.getvalue()


def files(jpeg):
    """Name, content, and the expected answer: a reason of refusal, or a list of notices."""
    script = "app.alert('specimen')"
    return [
        ("archive.zip", archive("a.txt", "x"), "archive"),
        ("office.docx", archive("word/document.xml", "<w/>"), "officeDocument"),
        ("picture.svg", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "vectorImage"),
        ("page.html", b"<!doctype html><html><script>1</script></html>", "webPage"),
        ("programme.exe", b"MZ" + bytes(200), "executable"),
        ("programme.jpg", b"\x7fELF" + bytes(200), "executable"),
        ("film.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(64), "film"),
        ("animation.gif", b"GIF89a" + bytes(40), "otherImage"),
        ("nothing.jpg", b"", "empty"),
        ("words.txt", b"A page of words only.", "unknownType"),
        ("truncated.jpg", jpeg[: len(jpeg) // 2], "damaged"),
        ("scrambled.jpg", jpeg[:600] + bytes(2_000) + b"\xff\xd9", "damaged"),
        ("encrypted.pdf", pages(1, password="secret"), "encrypted"),
        ("polyglot.jpg", jpeg + archive("a.txt", "x"), "polyglot"),
        ("shifted.pdf", b"GIF89a;" + pages(1), "polyglot"),
        ("script-behind.jpg", jpeg + b"<script>1</script>", "polyglot"),
        ("bomb.png", bomb(20_000, 20_000), "tooManyPixels"),
        ("long.pdf", pages(31), "tooManyPages"),
        ("script.pdf", pages(1, script=script), ["activeContent"]),
        ("trailing.jpg", jpeg + b"SEFH and what telephones add", ["metadata", "trailingData"]),
        ("wide.pdf", pages(1, size=(14_400, 14_400)), []),
    ]
