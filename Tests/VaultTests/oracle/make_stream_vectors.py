"""Makes stream-vectors.txt with Tink, the public implementation of the sealed streams' form.

Needs the PyPI package tink (made with 1.16.1). Run: python make_stream_vectors.py > stream-vectors.txt

Octet i of a plaintext is (i * i + i // 251) mod 256. A line: length of the plaintext, key, associated data, header of
the stream, SHA-256 of the whole stream. Whoever seals the same plaintext under the same header must get the same
digest, octet by octet.
"""

import hashlib
import io
import os

import tink
from tink import proto_keyset_format, secret_key_access, streaming_aead
from tink.proto import aes_gcm_hkdf_streaming_pb2, common_pb2, tink_pb2

SEGMENT = 65_536
FIRST = SEGMENT - 40 - 16
NEXT = SEGMENT - 16
LENGTHS = [0, 1, 15, 16, 1_000, FIRST - 1, FIRST, FIRST + 1, FIRST + NEXT - 1, FIRST + NEXT, FIRST + NEXT + 1, 1_000_000]


def primitive(secret):
    key = aes_gcm_hkdf_streaming_pb2.AesGcmHkdfStreamingKey(key_value=secret)
    key.params.ciphertext_segment_size = SEGMENT
    key.params.derived_key_size = 32
    key.params.hkdf_hash_type = common_pb2.SHA256
    keyset = tink_pb2.Keyset(primary_key_id=1)
    entry = keyset.key.add(key_id=1, status=tink_pb2.ENABLED, output_prefix_type=tink_pb2.RAW)
    entry.key_data.type_url = "type.googleapis.com/google.crypto.tink.AesGcmHkdfStreamingKey"
    entry.key_data.value = key.SerializeToString()
    entry.key_data.key_material_type = tink_pb2.KeyData.SYMMETRIC
    handle = proto_keyset_format.parse(keyset.SerializeToString(), secret_key_access.TOKEN)
    return handle.primitive(streaming_aead.StreamingAead)


class Kept(io.BytesIO):
    def close(self):
        pass


def main():
    streaming_aead.register()
    print("# Made by make_stream_vectors.py: length, key, associated data, header, SHA-256 of the stream.")
    for number, length in enumerate(LENGTHS):
        secret = os.urandom(32)
        context = os.urandom(48) if number % 4 else b""
        plaintext = bytes((i * i + i // 251) & 255 for i in range(length))
        sealed = Kept()
        with primitive(secret).new_encrypting_stream(sealed, context) as stream:
            stream.write(plaintext)
        whole = sealed.getvalue()
        print(length, secret.hex(), context.hex() or "-", whole[:40].hex(), hashlib.sha256(whole).hexdigest())


main()
