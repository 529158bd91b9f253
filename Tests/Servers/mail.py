"""A mail server on loopback for tests.

python mail.py FOLDER [--tls starttls|implicit|none] [--login USER:PASSWORD] [--refuse REPLY]
                      [--listen ADDRESS:PORT --certificate FILE]

Prints "PORT n" when it listens. FOLDER gets ca.pem (the authority that signed its certificate), other.pem (one that did
not), and for each message N.json: what an independent parser reads in it.
"""
import argparse
import datetime
import email
import email.policy
import ipaddress
import json
import logging
import os
import ssl
import sys
import warnings

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


def named(name):
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])


def certificate(subject, key, issuer, issuer_key, extensions):
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (
        x509.CertificateBuilder().subject_name(named(subject)).issuer_name(named(issuer)).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(issuer_key, hashes.SHA256())


def write(path, *things):
    with open(path, "wb") as file:
        for thing in things:
            if hasattr(thing, "public_bytes") and isinstance(thing, x509.Certificate):
                file.write(thing.public_bytes(serialization.Encoding.PEM))
            else:
                file.write(thing.private_bytes(
                    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))


def secure(folder):
    """An authority, a stranger of an authority, and a certificate of the first for this machine."""
    authority = x509.BasicConstraints(ca=True, path_length=0)
    for name in ("other", "ca"):
        key = ec.generate_private_key(ec.SECP256R1())
        root = certificate(f"Saqta test {name}", key, f"Saqta test {name}", key, [(authority, True)])
        write(f"{folder}/{name}.pem", root)
    server = ec.generate_private_key(ec.SECP256R1())
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    write(f"{folder}/server.pem", server,
          certificate("mail", server, "Saqta test ca", key, [(names, False)]))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/server.pem")
    return context


class Keeper:
    def __init__(self, folder, refusal):
        self.folder, self.refusal, self.count = folder, refusal, 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        record = {
            "helo": session.host_name, "from": envelope.mail_from, "to": envelope.rcpt_tos,
            "secure": bool(server.transport.get_extra_info("ssl_object")),
            "user": session.auth_data.login.decode() if session.auth_data else None,
            "headers": [[name, str(value)] for name, value in message.items()],
            "text": message.get_content(), "defects": [repr(defect) for defect in message.defects],
            "longest": max(len(line) for line in envelope.content.split(b"\r\n")),
            "ascii": envelope.content.isascii(),
        }
        # Whole or not at all: somebody looks all the time.
        path = f"{self.folder}/{self.count}"
        with open(f"{path}.new", "w") as file:
            json.dump(record, file)
        os.rename(f"{path}.new", f"{path}.json")
        self.count += 1
        return "250 OK"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--tls", default="none")
    parser.add_argument("--login")
    parser.add_argument("--refuse")
    parser.add_argument("--listen")
    parser.add_argument("--certificate")
    arguments = parser.parse_args()
    # Refused handshakes and logins are what the tests are about, not news.
    warnings.simplefilter("ignore")
    logging.disable()
    context = secure(arguments.folder)
    if arguments.certificate:
        context.load_cert_chain(arguments.certificate)
    address, _, port = (arguments.listen or f"127.0.0.1:{free_port()}").rpartition(":")

    def authenticator(server, session, envelope, mechanism, data):
        ok = f"{data.login.decode()}:{data.password.decode()}" == arguments.login
        return AuthResult(success=ok, handled=True, auth_data=data) if ok else AuthResult(
            success=False, handled=False, message="535 5.7.8 no")

    options = {"authenticator": authenticator, "auth_required": True, "auth_require_tls": arguments.tls == "starttls"} \
        if arguments.login else {}
    controller = Controller(
        Keeper(arguments.folder, arguments.refuse), hostname=address, port=int(port),
        ssl_context=context if arguments.tls == "implicit" else None,
        tls_context=context if arguments.tls == "starttls" else None,
        require_starttls=arguments.tls == "starttls", **options)
    controller.start()
    print("PORT", controller.port, flush=True)
    sys.stdin.read()
    os._exit(0)


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


main()
