"""A server under an address of its own: over TLS by itself, or behind Caddy or nginx with the files of packaging/."""

import http.client
import socket
import subprocess

from house import House, ROOT, free_port, until
from plain import Caller

NAME = "www.example.kz"


class SecureConnection(http.client.HTTPSConnection):
    """To a name that no server of the world answers to, on loopback."""

    def __init__(self, name, port, context, timeout=60):
        super().__init__(name, port, timeout=timeout, context=context)

    def connect(self):
        raw = socket.create_connection(("127.0.0.1", self.port), self.timeout)
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock = self._context.wrap_socket(raw, server_hostname=self.host)


class SecureCaller(Caller):
    def __init__(self, front):
        super().__init__(front.house)
        self.front = front
        self.connection = front.connect()

    def same_browser(self):
        raise NotImplementedError


class Front:
    """What people reach: `site` is its address, `house` the server behind it."""

    def __init__(self, authority, name=NAME, **settings):
        self.authority, self.name = authority, name
        self.port = free_port()
        self.site = f"https://{name}:{self.port}"
        self.certificate, self.key, self.serial = authority.issue(name)
        self.house = House(SITE=self.site, **settings)
        self.process = None

    def connect(self):
        return SecureConnection(self.name, self.port, self.authority.context)

    def get(self, path, headers=None, method="GET"):
        """Returns (status, headers, text)."""
        connection = self.connect()
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, answer.headers, text

    def remove(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)
        self.house.remove()


class OwnTLS(Front):
    """The server speaks TLS itself, and leads plain HTTP to it."""

    kind = "own TLS"

    def __init__(self, authority, name=NAME, **settings):
        super().__init__(authority, name, **settings)
        self.plain = free_port()
        self.house.environment |= {
            "SAQTA_TLS_CERTIFICATE": str(self.certificate), "SAQTA_TLS_KEY": str(self.key),
            "SAQTA_PORT": str(self.port), "SAQTA_REDIRECT_PORT": str(self.plain)}
        self.house.listens = f"https://127.0.0.1:{self.port}"

    def start(self):
        self.house.start()
        return self


class Proxied(Front):
    """Behind a proxy, whose file is the one of packaging/ but for names and ports."""

    def __init__(self, authority, name=NAME, **settings):
        super().__init__(authority, name, **({"TRUSTED_PROXIES": "127.0.0.1"} | settings))
        self.plain = free_port()
        self.house.listens = f"http://127.0.0.1:{self.house.port}"

    def substituted(self, file, pairs):
        text = (ROOT / "packaging" / file).read_text()
        for old, new in pairs:
            assert old in text, (file, old)
            text = text.replace(old, new)
        path = self.house.folder / file
        path.write_text(text)
        return path

    def begin(self, *words):
        with open(self.house.folder / "proxy.log", "ab") as log:
            self.process = subprocess.Popen(
                list(map(str, words)), stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.house.folder,
                env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(self.house.folder)})

        def answers():
            assert self.process.poll() is None, (self.house.folder / "proxy.log").read_text()[-2000:]
            try:
                return self.get("/health")[0] == 200
            except OSError:
                return False

        until(answers, what=self.kind)

    def start(self):
        self.house.start()
        self.begin_proxy()
        return self


class Caddy(Proxied):
    kind = "Caddy"

    def begin_proxy(self):
        file = self.substituted("Caddyfile", [
            ("\nwww.example.kz {", f"\n{self.site} {{\n\tbind 127.0.0.1\n\ttls {self.certificate} {self.key}"),
            ("127.0.0.1:8080", f"127.0.0.1:{self.house.port}")])
        # Its own settings for this machine: no talk with authorities, no port of its own for commands.
        file.write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{file.read_text()}"
                        f"\nhttp://{self.name}:{self.plain} {{\n\tbind 127.0.0.1\n\tredir {self.site}{{uri}} permanent\n}}\n")
        self.begin("caddy", "run", "--config", file, "--adapter", "caddyfile")


class Nginx(Proxied):
    kind = "nginx"

    def begin_proxy(self):
        file = self.substituted("nginx.conf", [
            ("listen 80;", f"listen 127.0.0.1:{self.plain};"),
            ("listen 443 ssl http2;", f"listen 127.0.0.1:{self.port} ssl http2;"),
            ("https://www.example.kz$", f"{self.site}$"), ("server_name www.example.kz;", f"server_name {self.name};"),
            ("/etc/letsencrypt/live/www.example.kz/fullchain.pem", str(self.certificate)),
            ("/etc/letsencrypt/live/www.example.kz/privkey.pem", str(self.key)),
            ("127.0.0.1:8080", f"127.0.0.1:{self.house.port}"),
            ("/var/log/nginx/access.log", str(self.house.folder / "access.log"))])
        folder = self.house.folder
        whole = folder / "whole.conf"
        paths = "".join(f"{kind}_temp_path {folder}/nginx-{kind};\n"
                        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        whole.write_text(f"pid {folder}/nginx.pid; error_log stderr; daemon off;\nevents {{}}\n"
                         f"http {{ access_log off;\n{paths}include {file};\n}}\n")
        self.begin("/usr/sbin/nginx", "-e", "stderr", "-p", folder, "-c", whole)


FRONTS = [OwnTLS, Caddy, Nginx]
