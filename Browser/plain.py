"""Registrations by plain HTTP, many at a time, as no browser could send them."""

import http.client
import http.cookies
import re
import urllib.parse
import uuid


class Refused(Exception):
    pass


class Caller:
    """One browser's worth of cookies and a connection of its own."""

    def __init__(self, house):
        self.connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
        self.cookies, self.token, self.house = {}, None, house

    def same_browser(self):
        """The browser once more, without the answer that gave it a session."""
        other = Caller(self.house)
        other.token = self.token
        other.cookies = {name: value for name, value in self.cookies.items() if name == "__Host-saqta-visit"}
        return other

    def ask(self, method, path, body=None, headers=None):
        sent = {"Sec-Fetch-Site": "same-origin"} | (headers or {})
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.connection.request(method, path, body, sent)
        answer = self.connection.getresponse()
        octets = answer.read()
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
            self.ask("GET", "/ru/register/name")
        status, place, text = self.form(
            "/ru/register/consent", family=family, given="Ғани", patronymic="", submission=submission,
            edition=edition, declaration="yes", consent="yes", answer="yes")
        if status != 303 or not place.endswith("/register/contacts"):
            heading = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.S)
            raise Refused(status, place, heading and heading[1])

    def account(self):
        """The number of the registration that the session opens; None when it opens none."""
        status, _, text = self.ask("GET", "/ru/account")
        found = re.search(r'<strong class="number"[^>]*>([^<]+)</strong>', text)
        return found[1] if status == 200 and found else None

    def names(self):
        """The family name as it is stored, opened by the person."""
        status, _, text = self.ask("GET", "/ru/register/change-name")
        found = re.search(r'name="family"[^>]* value="([^"]*)"', text)
        return found[1] if status == 200 and found else None

    def sign_in(self, email):
        """By a code to an address that was confirmed."""
        sent = self.house.codes_sent(email)
        self.ask("GET", "/ru/sign-in")
        status, place, _ = self.form("/ru/sign-in", address=email, how="code")
        if status != 303 or not place.endswith("/sign-in/code"):
            raise Refused(status, place)
        self.ask("GET", place)
        status, place, _ = self.form("/ru/sign-in/code", code=self.house.code(email, after=sent))
        if status != 303 or not place.endswith("/account"):
            raise Refused(status, place)

    def data(self):
        """All that is held about the person, opened by them: the words of the page."""
        self.ask("GET", "/ru/account/data")
        status, _, text = self.form("/ru/account/data", field="all")
        return text if status == 200 else None

    def history(self):
        """What was done with their data, the newest first: times and acts, as the page tells them."""
        status, _, text = self.ask("GET", "/ru/account/history")
        rows = re.findall(r"<tr[^>]*>(.*?)</tr>", text, re.S) if status == 200 else []
        return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() + " ".join(re.findall(r'datetime="([^"]+)"', row))
                for row in rows if "datetime=" in row]

    def images(self):
        """The page images of the own documents, whole."""
        _, _, text = self.ask("GET", "/ru/account/documents")
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
        self.ask("GET", "/ru/register/end")
        status, place, _ = self.form("/ru/register/end")
        if status != 303 or not place.split("?")[0].endswith("/register/ended"):
            raise Refused(status, place)

    def confirm(self, email):
        status, place, text = self.form("/ru/register/contacts", email=email, telephone="")
        if status != 303:
            raise Refused(status, "contacts")
        status, place, text = self.ask("GET", place)
        status, place, _ = self.form("/ru/register/code/email", code=self.house.code(email))
        if status != 303 or not place.endswith("/register/documents"):
            raise Refused(status, place)

    def upload(self, octets, kind="identity_document"):
        boundary = uuid.uuid4().hex
        parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{self.token}\r\n'.encode(),
                 f'--{boundary}\r\nContent-Disposition: form-data; name="file-{kind}"; filename="a.jpg"\r\n'
                 "Content-Type: image/jpeg\r\n\r\n".encode(), octets, f"\r\n--{boundary}--\r\n".encode()]
        status, place, _ = self.ask(
            "POST", f"/ru/register/documents/{kind}", b"".join(parts),
            {"Content-Type": f"multipart/form-data; boundary={boundary}"})
        if status != 303:
            raise Refused(status, "upload")

    def is_read(self):
        return '"working":0' in self.ask("GET", "/ru/register/documents/state")[2]

    def send(self):
        self.ask("GET", "/ru/register/check")
        status, place, _ = self.form("/ru/register/send")
        if status != 303 or not place.endswith("/register/sent"):
            raise Refused(status, place)

    def close(self):
        self.connection.close()
