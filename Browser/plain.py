"""Registrations by plain HTTP, many at a time, as no browser could send them."""

import hashlib
import http.client
import http.cookies
import json
import re
import time
import urllib.parse
import uuid

from house import until


class Refused(Exception):
    pass


class Caller:
    """One browser's worth of cookies and a connection of its own."""

    def __init__(self, house, source="127.0.0.1"):
        """`source`: the address it comes from; all of 127.0.0.0/8 is this machine."""
        self.connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60, source_address=(source, 0))
        self.cookies, self.token, self.house, self.language = {}, None, house, "ru"
        # The newest answer as it came: status and headers, and the octets of its body.
        self.heard = None

    def same_browser(self):
        """The browser once more, without the answer that gave it a session."""
        other = Caller(self.house)
        other.token, other.language = self.token, self.language
        other.cookies = {name: value for name, value in self.cookies.items() if name == "__Host-saqta-visit"}
        return other

    def headers(self):
        # What a proxy in front of the server would add.
        sent = {"Sec-Fetch-Site": "same-origin"} | getattr(self.house, "proxied", {})
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return sent

    def ask(self, method, path, body=None, headers=None):
        self.connection.request(method, path, body, self.headers() | (headers or {}))
        answer = self.connection.getresponse()
        octets = answer.read()
        self.heard = [answer.status, *answer.headers.items()], octets
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in http.cookies.SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        text = octets.decode(errors="replace")
        if found := re.search(r'name="form-token" value="([0-9a-f]+)"', text):
            self.token = found[1]
        return answer.status, answer.headers.get("Location", ""), text

    def form(self, path, **values):
        body = urllib.parse.urlencode({"form-token": self.token} | values)
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def begin(self, submission, family, edition="1"):
        """Names and consent in one request. Returns once the server has acknowledged it."""
        if not self.token:
            self.ask("GET", f"/{self.language}/register/name")
        status, place, text = self.form(
            f"/{self.language}/register/consent", family=family, given="Ғани", patronymic="", submission=submission,
            edition=edition, declaration="yes", consent="yes", answer="yes")
        if status != 303 or not place.endswith("/register/contacts"):
            heading = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.S)
            raise Refused(status, place, heading and heading[1])

    def begin_until_heard(self, submission, family, patience=120, again=lambda: None):
        """The same form again and again, as a browser would, until the server has acknowledged it."""
        deadline = time.monotonic() + patience
        while True:
            try:
                return self.begin(submission, family)
            except (OSError, Refused, http.client.HTTPException):
                self.close()
                if time.monotonic() > deadline:
                    raise
                again()
                time.sleep(0.2)

    @property
    def session(self):
        """The digest under which the server keeps the session."""
        return hashlib.sha256(bytes.fromhex(self.cookies["__Host-saqta"])).digest()

    def account(self):
        """The number of the registration that the session opens; None when it opens none."""
        status, _, text = self.ask("GET", f"/{self.language}/account")
        found = re.search(r'<strong class="number"[^>]*>([^<]+)</strong>', text)
        return found[1] if status == 200 and found else None

    def names(self):
        """The family name as it is stored, opened by the person."""
        status, _, text = self.ask("GET", f"/{self.language}/register/change-name")
        found = re.search(r'name="family"[^>]* value="([^"]*)"', text)
        return found[1] if status == 200 and found else None

    def sign_in(self, email):
        """By a code to an address that was confirmed."""
        sent = self.house.codes_sent(email)
        self.ask("GET", f"/{self.language}/sign-in")
        status, place, _ = self.form(f"/{self.language}/sign-in", address=email, how="code")
        if status != 303 or not place.endswith("/sign-in/code"):
            raise Refused(status, place)
        self.ask("GET", place)
        status, place, _ = self.form(f"/{self.language}/sign-in/code", code=self.house.code(email, after=sent))
        if status != 303 or not place.endswith("/account"):
            raise Refused(status, place)

    def data(self):
        """All that is held about the person, opened by them: the words of the page."""
        self.ask("GET", f"/{self.language}/account/data")
        status, _, text = self.form(f"/{self.language}/account/data", field="all")
        return text if status == 200 else None

    def history(self):
        """What was done with their data, the newest first: times and acts, as the page tells them."""
        status, _, text = self.ask("GET", f"/{self.language}/account/history")
        rows = re.findall(r"<tr[^>]*>(.*?)</tr>", text, re.S) if status == 200 else []
        return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() + " ".join(re.findall(r'datetime="([^"]+)"', row))
                for row in rows if "datetime=" in row]

    def images(self):
        """The page images of the own documents, whole."""
        _, _, text = self.ask("GET", f"/{self.language}/account/documents")
        places = sorted(set(re.findall(r'href="([^"]*/account/pages/[^"]+/image)"', text)))
        return [self.octets(place) for place in places]

    def octets(self, place):
        self.connection.request("GET", place, headers={
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())})
        answer = self.connection.getresponse()
        octets = answer.read()
        if answer.status != 200:
            raise Refused(answer.status, place)
        return octets

    def end(self):
        """Takes the registration back: the person is erased."""
        self.ask("GET", f"/{self.language}/register/end")
        status, place, _ = self.form(f"/{self.language}/register/end")
        if status != 303 or not place.split("?")[0].endswith("/register/ended"):
            raise Refused(status, place)

    def confirm(self, email, after=0):
        status, place, _ = self.form(f"/{self.language}/register/contacts", email=email, telephone="")
        if status != 303:
            raise Refused(status, "contacts")
        self.ask("GET", place)
        status, place, _ = self.form(f"/{self.language}/register/code/email", code=self.house.code(email, after))
        if status != 303 or not place.endswith("/register/documents"):
            raise Refused(status, place)

    def upload(self, octets, kind="identity_document", type="image/jpeg"):
        boundary = uuid.uuid4().hex
        parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{self.token}\r\n'.encode(),
                 f'--{boundary}\r\nContent-Disposition: form-data; name="file-{kind}"; filename="scan"\r\n'
                 f"Content-Type: {type}\r\n\r\n".encode(), octets, f"\r\n--{boundary}--\r\n".encode()]
        status, place, _ = self.ask(
            "POST", f"/{self.language}/register/documents/{kind}", b"".join(parts),
            {"Content-Type": f"multipart/form-data; boundary={boundary}"})
        if status != 303:
            raise Refused(status, "upload")

    def announce(self, length, kind="identity_document", type="image/jpeg"):
        """Begins a resumable upload. Returns its name."""
        status, _, text = self.ask(
            "POST", f"/{self.language}/register/uploads", json.dumps({"kind": kind, "length": length, "type": type}),
            {"Content-Type": "application/json", "Form-Token": self.token})
        if status != 201:
            raise Refused(status, text)
        return json.loads(text)["id"]

    def reached(self, upload):
        """From which octet on an upload goes on; None while another request holds it."""
        self.connection.request("HEAD", f"/{self.language}/register/uploads/{upload}", headers=self.headers())
        answer = self.connection.getresponse()
        answer.read()
        offset = answer.headers.get("Upload-Offset")
        return None if offset is None else int(offset)

    def append(self, upload, octets, offset=0, piece=None, pause=0):
        """Sends the rest of an upload, slowly if asked. Returns the status, and from which octet on it goes on."""
        headers = self.headers() | {
            "Form-Token": self.token, "Upload-Offset": str(offset), "Content-Length": str(len(octets) - offset)}
        self.connection.putrequest("PATCH", f"/{self.language}/register/uploads/{upload}")
        for name, value in headers.items():
            self.connection.putheader(name, value)
        self.connection.endheaders()
        for at in range(offset, len(octets), piece or len(octets)):
            self.connection.send(octets[at:at + (piece or len(octets))])
            time.sleep(pause)
        answer = self.connection.getresponse()
        answer.read()
        reached = answer.headers.get("Upload-Offset")
        return answer.status, reached and int(reached)

    def is_read(self):
        return '"working":0' in self.ask("GET", f"/{self.language}/register/documents/state")[2]

    def send(self):
        self.ask("GET", f"/{self.language}/register/check")
        status, place, _ = self.form(f"/{self.language}/register/send")
        if status != 303 or not place.endswith("/register/sent"):
            raise Refused(status, place)

    def register(self, family, email, scan):
        """All four steps."""
        self.begin(uuid.uuid4().hex, family)
        self.confirm(email)
        self.upload(scan)
        until(self.is_read, seconds=500, pause=1, what="the reading")
        self.send()

    def close(self):
        self.connection.close()
