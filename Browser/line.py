"""A slow line to a server, which can be cut: what goes up is held to a rate and counted."""

import socket
import threading
import time


class Line:
    def __init__(self, port, octets_a_second=None):
        self.to, self.rate = port, octets_a_second
        self.counted, self.is_cut, self.pairs = 0, False, []
        self.lock = threading.Lock()
        self.door = socket.create_server(("127.0.0.1", 0))
        # What the system takes in ahead would not be slow.
        self.door.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        self.port = self.door.getsockname()[1]
        self.site = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                near, _ = self.door.accept()
            except OSError:
                return
            with self.lock:
                if self.is_cut:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self.to))
                self.pairs.append((near, far))
            threading.Thread(target=self.carry, args=(near, far, True), daemon=True).start()
            threading.Thread(target=self.carry, args=(far, near, False), daemon=True).start()

    def carry(self, source, target, is_up):
        try:
            while octets := source.recv(2_048 if is_up else 65_536):
                if is_up:
                    self.counted += len(octets)
                    if self.rate:
                        time.sleep(len(octets) / self.rate)
                target.sendall(octets)
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut(self):
        """Ends all connections; new ones fail until it is mended."""
        with self.lock:
            self.is_cut = True
            pairs, self.pairs = self.pairs, []
        for pair in pairs:
            for end in pair:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
                end.close()

    def mend(self):
        self.is_cut = False

    def close(self):
        self.door.close()
        self.cut()
