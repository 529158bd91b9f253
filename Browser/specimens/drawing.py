"""Pictures of invented documents: a card of two sides, a passport page, and a photograph of a sheet."""

import random

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from people import td1, td3

TEXT = "/usr/share/fonts/truetype/noto/NotoSans-{}.ttf"
ZONE = "/usr/share/fonts/opentype/ocr-b/OCRBS.otf"
MARK = "SPECIMEN · ҮЛГІ · ОБРАЗЕЦ"


def font(size, weight="Regular"):
    return ImageFont.truetype(TEXT.format(weight), size)


def ground(width, height, colours):
    """A quiet pattern of waves, as security printing has, in no document's own design."""
    y, x = numpy.mgrid[0:height, 0:width]
    wave = (numpy.sin(x / 23 + numpy.sin(y / 31) * 2) + numpy.sin(y / 19)) / 2
    low, high = (numpy.array(colour, float) for colour in colours)
    return Image.fromarray((low + (high - low) * (wave[..., None] + 1) / 2).astype("uint8"))


def mark(picture, size):
    layer = Image.new("L", picture.size, 0)
    ImageDraw.Draw(layer).text(
        (picture.width // 2, picture.height // 2), MARK, font=font(size, "Bold"), fill=70, anchor="mm")
    picture.paste((190, 60, 60), mask=layer.rotate(18))


def face(draw, left, top):
    """A head that is nobody's: two ellipses."""
    draw.rectangle((left, top, left + 380, top + 500), fill=(226, 230, 234), outline=(150, 160, 170), width=3)
    draw.ellipse((left + 110, top + 90, left + 270, top + 290), fill=(176, 184, 192))
    draw.ellipse((left + 40, top + 310, left + 340, top + 700), fill=(176, 184, 192))
    draw.rectangle((left, top + 501, left + 380, top + 710), fill=(214, 228, 238))


def dotted(day):
    return ".".join(reversed(day.split("-")))


def front(who):
    picture = ground(1600, 1008, ((206, 224, 236), (222, 234, 240)))
    draw = ImageDraw.Draw(picture)
    draw.text((60, 40), "ЖЕКЕ КУӘЛІК ҮЛГІСІ  /  ОБРАЗЕЦ УДОСТОВЕРЕНИЯ", font=font(44, "Bold"), fill=(20, 60, 110))
    face(draw, 60, 170)
    rows = [
        ("ТЕГІ / ФАМИЛИЯ", who["family"]), ("АТЫ / ИМЯ", who["given"]),
        ("ӘКЕСІНІҢ АТЫ / ОТЧЕСТВО", who["patronymic"]),
        ("ТУҒАН КҮНІ / ДАТА РОЖДЕНИЯ", dotted(who["born"])), ("ЖСН / ИИН", who["iin"]),
    ]
    for place, (label, value) in enumerate(rows):
        draw.text((500, 165 + place * 130), label, font=font(28), fill=(90, 100, 110))
        draw.text((500, 200 + place * 130), value, font=font(54, "Bold"), fill=(15, 15, 20))
    draw.text((60, 910), MARK, font=font(36, "Bold"), fill=(170, 40, 40))
    mark(picture, 96)
    return picture


def back(who):
    picture = ground(1600, 1008, ((226, 232, 238), (238, 241, 244)))
    draw = ImageDraw.Draw(picture)
    rows = [("№", who["document"]), ("ЖАРАМДЫ / СРОК", dotted(who["expires"])), ("БЕРГЕН / ВЫДАН", "ҮЛГІЛЕР БЮРОСЫ")]
    for place, (label, value) in enumerate(rows):
        draw.text((80, 60 + place * 110), label, font=font(28), fill=(90, 100, 110))
        draw.text((80, 92 + place * 110), value, font=font(46, "Bold"), fill=(15, 15, 20))
    mark(picture, 84)
    zone(picture, td1(who), 60, 640, 1480)
    return picture


def passport(who):
    picture = ground(2000, 1408, ((236, 228, 214), (244, 238, 228)))
    draw = ImageDraw.Draw(picture)
    face(draw, 80, 200)
    rows = [("ТЕГІ / SURNAME", who["family"]), ("АТЫ / GIVEN NAMES", who["given"]), ("ЖСН / IIN", who["iin"]),
            ("ТУҒАН КҮНІ / DATE OF BIRTH", dotted(who["born"]))]
    draw.text((80, 60), "ПАСПОРТ ҮЛГІСІ / SPECIMEN PASSPORT", font=font(50, "Bold"), fill=(90, 40, 30))
    for place, (label, value) in enumerate(rows):
        draw.text((560, 200 + place * 150), label, font=font(30), fill=(90, 100, 110))
        draw.text((560, 240 + place * 150), value, font=font(58, "Bold"), fill=(15, 15, 20))
    mark(picture, 110)
    zone(picture, td3(who), 60, 1150, 1880)
    return picture


def zone(picture, lines, left, top, width):
    """The lines in OCR-B on a light band, at its true pitch: as wide as the format asks."""
    draw = ImageDraw.Draw(picture)
    pitch = width / len(lines[0])
    letters = ImageFont.truetype(ZONE, int(pitch / 0.6))
    leading = int(pitch / 0.6 * 1.7)
    draw.rectangle((0, top - 30, picture.width, picture.height), fill=(246, 247, 248))
    for row, line in enumerate(lines):
        for column, letter in enumerate(line):
            draw.text((left + column * pitch, top + row * leading), letter, font=letters, fill=(20, 20, 20))


def sheet(who):
    """Both sides of the card on one page, as a copier gives them."""
    picture = Image.new("RGB", (1900, 2400), (252, 252, 250))
    picture.paste(front(who), (150, 120))
    picture.paste(back(who), (150, 1290))
    return picture


def photograph(picture, seed):
    """A page on a table, taken by hand: perspective, shadow, noise, a little blur."""
    chance = random.Random(f"photograph {seed}")
    width, height = picture.width + 360, picture.height + 360
    table = ground(width, height, ((96, 76, 60), (112, 90, 72)))
    shift = lambda limit: chance.randint(-limit, limit)
    corners = [(180 + shift(50), 180 + shift(50)), (width - 180 + shift(50), 180 + shift(50)),
               (width - 180 + shift(50), height - 180 + shift(50)), (180 + shift(50), height - 180 + shift(50))]
    source = [(0, 0), (picture.width, 0), (picture.width, picture.height), (0, picture.height)]
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, source):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    shape = numpy.linalg.solve(numpy.array(rows, float), numpy.array(values, float))
    placed = picture.transform((width, height), Image.PERSPECTIVE, shape, Image.BICUBIC)
    mask = Image.new("L", picture.size, 255).transform((width, height), Image.PERSPECTIVE, shape)
    table.paste(placed, mask=mask)
    y, x = numpy.mgrid[0:height, 0:width]
    light = 0.95 - 0.25 * (x / width) - 0.12 * (y / height)
    light -= 0.12 / (1 + numpy.exp(-(x - width * 0.7 + y * 0.2) / 40))
    noise = numpy.random.default_rng(seed).normal(0, 5, (height, width, 1))
    lit = numpy.asarray(table.filter(ImageFilter.GaussianBlur(0.8)), float) * light[..., None] + noise
    return Image.fromarray(lit.clip(0, 255).astype("uint8"))
