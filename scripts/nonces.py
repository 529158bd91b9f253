#!/usr/bin/env python3
"""Finds nonces that are not fresh: no cipher is called with a literal or otherwise fixed nonce outside the tests.

nonces.py                looks at this checkout
nonces.py --self-test    plants fixed nonces that must be refused, in a copy, and fails when one is not

A nonce may be one of the forms below and nothing else, so that whoever writes another one has to add it here and say why.
"""
import re
import sys

from imports import COMMENT
from planted import main

# The one file that calls ciphers, and the one in which randomness is made of the system's.
CIPHERS = "Sources/Core/Vault/AEAD.swift"
RANDOMNESS = "Sources/Core/Primitives/Randomness.swift"

ARGUMENTS = {
    "nonce",  # a parameter, or a constant that is checked below
    "randomness.bytes(16)",  # an entry of the ledger
    "AES.GCM.Nonce(data: nonce)",
    "Bytes(sealed[..<nonceLength])",  # opening what was sealed under a random one
    "nonce(index, isLast)",  # segments of a stream: random prefix ‖ counter ‖ whether it is the last
}
# How a constant of the name comes about: made at random, or read from an entry.
VALUES = ("randomness.bytes(", "Bytes(hex: nonce)")
TYPES = re.compile(r"(?:Bytes|String|Data|AES\.GCM\.Nonce)\??")

ARGUMENT = re.compile(r"\b(?:nonce|iv)\s*:\s*")
DATA = re.compile(r"\bNonce\s*\(\s*data\s*:\s*")
VALUE = re.compile(r"\b(?:let|var)\s+(?:nonce|iv|\w*(?:Nonce|IV))\b\s*(?::[^=\n{]+)?=\s*([^\n]+)")
CIPHER = re.compile(r"\b(?:AES\s*\.\s*(?:GCM|_CBC|_CTR|KeyWrap)|ChaChaPoly|HPKE)\b")
MADE = re.compile(r"\bRandomness\s*(?:\(|\{)")


def expression(text, start):
    """What stands from `start` to the comma or bracket that ends it, blanks joined."""
    depth, end = 0, start
    while end < len(text) and (depth or text[end] not in ",)]}\n="):
        depth += (text[end] in "([{") - (text[end] in ")]}")
        end += 1
    if text[end:end + 1] == "=":
        end = text.find("\n", end)
    return " ".join(text[start:end].split())


def faults(root):
    for file in sorted(root.glob("Sources/**/*.swift")) + sorted(root.glob("Benchmarks/**/*.swift")):
        path = str(file.relative_to(root))
        text = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), file.read_text())

        def fault(place, words):
            return f"{path}:{text.count(chr(10), 0, place) + 1}: {words}"

        for found in ARGUMENT.finditer(text):
            given = expression(text, found.end())
            if given not in ARGUMENTS and not TYPES.fullmatch(given):
                yield fault(found.start(), f"the nonce is {given}, which is not known to be fresh (scripts/nonces.py)")
        for found in DATA.finditer(text):
            if expression(text, found.end()) != "nonce":
                yield fault(found.start(), "a nonce is made of something else than `nonce`")
        for found in VALUE.finditer(text):
            if not found[1].startswith(VALUES):
                yield fault(found.start(), f"a nonce is set to {found[1].strip()}")
        if path != CIPHERS and (found := CIPHER.search(text)):
            yield fault(found.start(), f"only {CIPHERS} calls ciphers")
        if path != RANDOMNESS and (found := MADE.search(text)):
            yield fault(found.start(), f"only {RANDOMNESS} makes randomness")


PLANTED = {
    "Sources/Core/Vault/A.swift": "try AEAD.seal(text, key: key, nonce: [0, 0, 0], authenticating: [])",
    "Sources/Core/Vault/B.swift": "try AEAD.seal(text, key: key,\n    nonce: Bytes(repeating: 0, count: 12))",
    "Sources/Core/Vault/C.swift": "let nonce = Bytes(repeating: 7, count: 12)\nseal(text, nonce: nonce)",
    "Sources/Core/Vault/D.swift": "static let nonce: Bytes = [1, 2, 3]",
    "Sources/Core/Vault/E.swift": "func seal(_ text: Bytes, nonce: Bytes = [0, 1]) {}",
    "Sources/Core/Vault/F.swift": "seal(text, nonce: Self.fixed)",
    "Sources/Core/Vault/G.swift": "let box = AES.GCM.Nonce(data: Data(count: 12))",
    "Sources/Core/Vault/H.swift": 'let nonce = Bytes("saqta".utf8)',
    "Sources/Core/Vault/I.swift": "seal(text, nonce: subject.bytes + [1])",
    "Sources/Core/Vault/J.swift": "let firstNonce = Bytes()",
    "Sources/Core/Vault/K.swift": "seal(text, randomness: Randomness { Bytes(repeating: 0, count: $0) })",
    "Sources/Processing/Documents/A.swift": "let box = try AES.GCM.seal(text, using: key)",
    "Sources/Drivers/Sending/A.swift": "try ChaChaPoly.seal(text, using: key)",
    "Sources/saqta/A.swift": "seal(text, iv: zero)",
    "Benchmarks/saqta-bench/A.swift": "seal(text, nonce: Bytes(count))",
}
ALLOWED = {
    CIPHERS: "static let nonceLength = 12\nfunc seal(_ text: Bytes, key: SymmetricKey, nonce: Bytes) throws -> Bytes {\n"
             "    try AES.GCM.seal(text, using: key, nonce: AES.GCM.Nonce(data: nonce))\n}\n"
             "let nonce = randomness.bytes(nonceLength)",
    "Sources/Core/Vault/Z.swift": "try AEAD.seal(text, key: key, nonce: nonce(index, isLast), authenticating: [])",
    "Sources/Core/Ledger/Z.swift": "let nonce: String\nguard let nonce = Bytes(hex: nonce) else { return nil }\n"
                                   "return LedgerEntry(nonce: nonce, role: role)  // nonce: [0]",
    RANDOMNESS: "package static let system = Randomness { count in [] }",
    "Tests/VaultTests/A.swift": "seal(text, nonce: [0, 0])",
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], __doc__, faults, PLANTED, ALLOWED))
