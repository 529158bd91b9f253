"""Invented people, their numbers and machine-readable zones. No number can belong to anybody: all are born 1801-1899."""

import random

FAMILIES = ["ҮЛГІБАЙ", "СЫНАҚОВ", "ӨРНЕКБАЕВ", "ҚҰРАҚБАЙ", "ТӘЖІРИБЕ", "ҒАЖАПОВ", "ӘРІПБЕК", "МЫСАЛОВ", "ЖАСАНДИЕВ"]
GIVEN = ["ӘЛІБЕК", "ҚАЙСАР", "ІҢКӘР", "ҒАНИ", "ӨМІР", "ҰЛЖАН", "ЕРКІН", "ЖҰЛДЫЗ", "АЙЫМ", "ШЫҢҒЫС"]
FATHERS = ["ҮЛГІҰЛЫ", "СЫНАҚҰЛЫ", "ӨРНЕКҰЛЫ", "МЫСАЛҰЛЫ", ""]

# The practice of Kazakh passports before the Latin alphabet of 2021.
LATIN = dict(zip("АБВГДЕЁЗИЙКЛМНОПРСТУФЦЫЭӘҒҚҢӨҰҮҺІ", [
    "A", "B", "V", "G", "D", "E", "E", "Z", "I", "Y", "K", "L", "M", "N", "O", "P", "R", "S", "T", "U", "F", "TS", "Y",
    "E", "A", "G", "K", "N", "O", "U", "U", "H", "I"]))
LATIN |= {"Ж": "ZH", "Х": "KH", "Ч": "CH", "Ш": "SH", "Щ": "SHCH", "Ю": "YU", "Я": "YA", "Ь": "", "Ъ": ""}


def latin(name):
    return "".join(LATIN.get(letter, letter) for letter in name)


def digit(field):
    """Check digit of ICAO Doc 9303 part 3, 4.9."""
    values = {letter: number for number, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {"<": 0}
    return str(sum(values[letter] * (7, 3, 1)[place % 3] for place, letter in enumerate(field)) % 10)


def iin(born, sex, serial):
    """An IIN of the nineteenth century; None where no check digit exists."""
    stem = born.replace("-", "")[2:] + ("1" if sex == "M" else "2") + f"{serial:04}"
    for weights in ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]):
        rest = sum(int(number) * weight for number, weight in zip(stem, weights)) % 11
        if rest < 10:
            return stem + str(rest)
    return None


def person(seed):
    chance = random.Random(f"person {seed}")
    sex = chance.choice("MF")
    born = f"18{chance.randint(10, 99)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    number = None
    while number is None:
        number = iin(born, sex, chance.randint(0, 9999))
    return {
        "family": chance.choice(FAMILIES), "given": chance.choice(GIVEN), "patronymic": chance.choice(FATHERS),
        "born": born, "sex": sex, "iin": number, "document": f"99{chance.randint(0, 9999999):07}",
        "expires": f"2034-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
    }


def short(day):
    return day.replace("-", "")[2:]


def td1(who):
    """Three lines of thirty, with the IIN in the optional data of the first, as on the identity card of Kazakhstan."""
    first = "IDKAZ" + who["document"] + digit(who["document"]) + who["iin"] + "<<<"
    dates = short(who["born"]) + digit(short(who["born"])) + who["sex"] + short(who["expires"]) + digit(short(who["expires"]))
    second = dates + "KAZ" + "<" * 11
    second += digit(first[5:30] + second[:7] + second[8:15] + second[18:29])
    names = latin(who["family"]) + "<<" + latin(who["given"])
    return [first, second, names.ljust(30, "<")[:30]]


def td3(who):
    """Two lines of forty-four, with the IIN as the personal number, as in the passport of Kazakhstan."""
    number = "N" + who["document"][1:]
    first = ("P<KAZ" + latin(who["family"]) + "<<" + latin(who["given"])).ljust(44, "<")[:44]
    personal = who["iin"].ljust(14, "<")
    second = number + digit(number) + "KAZ" + short(who["born"]) + digit(short(who["born"])) + who["sex"]
    second += short(who["expires"]) + digit(short(who["expires"])) + personal + digit(personal)
    return [first, second + digit(second[0:10] + second[13:20] + second[21:43])]
