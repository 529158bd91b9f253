"""A connected programme: asks the API of a server with the key that the server's own command printed."""

import json
import urllib.error
import urllib.request

REGISTERING = ["family_name", "given_name", "patronymic", "declaration", "email", "telephone"]


class Answer:
    def __init__(self, status, headers, octets):
        self.status, self.headers, self.octets = status, headers, octets

    @property
    def json(self):
        return json.loads(self.octets)


class Programme:
    def __init__(self, house, name="shop", purposes=("service", "contact", "rights"), fields=REGISTERING,
                 vouch=("email",)):
        self.house, self.name = house, name
        words = [word for option, values in (("--purpose", purposes), ("--field", fields), ("--vouch", vouch))
                 for value in values for word in (option, value)]
        made = house.run("client", "add", name, *words)
        assert made.returncode == 0, made
        self.key = made.stdout.strip()

    def ask(self, method, path, body=None, **headers):
        """Headers by their names with `_` for `-`; one that is None is left out."""
        sent = {"Authorization": f"Bearer {self.key}", "Saqta-Purpose": "contact", "Saqta-Case": "order-17",
                "Accept-Language": "en", "Content-Type": "application/json" if body is not None else None}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        octets = body if isinstance(body, bytes | None) else json.dumps(body, ensure_ascii=False).encode()
        request = urllib.request.Request(
            self.house.site + path, data=octets, method=method,
            headers={name: value for name, value in sent.items() if value is not None})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as refused:
            return Answer(refused.code, refused.headers, refused.read())

    def registration(self, email, language="en", **names):
        """The body for somebody who has read the texts and agreed to what is required."""
        texts = self.ask("POST", "/api/v1/consent-texts", {"language": language, "fields": names})
        assert texts.status == 200, texts.octets
        agreed = [{"id": text["id"], "sha256": text["sha256"]} for text in texts.json["consents"] if text["required"]]
        return {"language": language, "fields": {**names, "email": email, "declaration": "own,of_age"},
                "vouched": ["email"], "consent": {"edition": texts.json["edition"], "agreed": agreed}}

    def register(self, body, key, **headers):
        return self.ask("POST", "/api/v1/subjects", body,
                        **{"Saqta-Purpose": "service", "Idempotency-Key": f'"{key}"', **headers})
