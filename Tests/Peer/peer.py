"""A server that speaks just enough of the MySQL protocol to be taken for SingleStore, and goes wrong
where it is told to: for tests of what only such a server can show, and for benchmarks.

Says the ports it listens on, and ends when its input does.
"""

import argparse
import contextlib
import json
import re
import socket
import struct
import sys
import threading
import time

sys.dont_write_bytecode = True
from catalog import Catalog, Refusal  # noqa: E402
from locks import Locks  # noqa: E402
import attacks  # noqa: E402

# A change of a link whose database says where the connection is cut, once: behind so many bytes of
# the request, or of the reply.
CUT = re.compile(
    rb"(?:CREATE OR REPLACE LINK|CREATE LINK IF NOT EXISTS|DROP LINK) `(cut_\w+_(q|r)(\d+))`"
)
# PROTOCOL_41, SECURE_CONNECTION, PLUGIN_AUTH, and the rest that every client asks for.
CHALLENGE = b"abcdefghijklmnopqrst"
ABILITIES = 0x0000F7DF & ~0x0800 | 0x00080000


def number(value):
    """A length as the protocol writes it."""
    if value < 251:
        return bytes([value])
    if value < 1 << 16:
        return b"\xfc" + struct.pack("<H", value)
    if value < 1 << 24:
        return b"\xfd" + struct.pack("<I", value)[:3]
    return b"\xfe" + struct.pack("<Q", value)


def cell(value):
    if value is None:
        return b"\xfb"
    data = value.encode()
    return number(len(data)) + data


def column(name):
    parts = b"".join(cell(part) for part in ("def", "", "", "", name, ""))
    return parts + b"\x0c" + struct.pack("<HIBHBH", 45, 1024, 0xFD, 0, 0, 0)


class Fault:
    """What goes wrong, once, at the first statement that matches; with a detail, maybe more often."""

    def __init__(self, text):
        kind, _, pattern = text.partition(":")
        self.kind, _, self.detail = kind.partition("=")
        self.pattern = re.compile(pattern, re.DOTALL)
        self.left = int(self.detail or 1) if self.kind == "empty" else 1

    def takes(self, sql):
        if not self.left or not self.pattern.search(sql):
            return False
        self.left -= 1
        return True


class Gone(Exception):
    """The connection is over."""


class Connection:
    def __init__(self, peer, link, identifier):
        self.peer, self.link, self.identifier = peer, link, identifier
        self.warnings, self.sequence = [], 0

    def serve(self):
        try:
            if self.peer.attack:
                attacks.run(self, self.peer.attack)
            elif self.greet():
                while True:
                    self.command(self.receive())
        except (Gone, OSError):
            pass
        finally:
            self.peer.locks.release(self.identifier)
            self.link.close()

    # Packets

    def receive(self):
        if self.peer.cuts is not None:
            self.cut_request()
        head = self.read(4)
        self.sequence = head[3] + 1
        return self.read(head[0] | head[1] << 8 | head[2] << 16)

    def cut_request(self):
        """Takes only the first bytes of a request that is to be cut."""
        data = b""
        while len(data) < 4 or len(data) < 4 + (data[0] | data[1] << 8 | data[2] << 16):
            seen = self.link.recv(1 << 16, socket.MSG_PEEK)
            if not seen:
                raise Gone
            if len(seen) == len(data):
                time.sleep(0.001)
            data = seen
        match = CUT.search(data)
        if match and match[2] == b"q" and self.peer.cut_once(match[1]):
            self.read(int(match[3]))
            raise Gone

    def read(self, count):
        data = b""
        while len(data) < count:
            more = self.link.recv(count - len(data))
            if not more:
                raise Gone
            data += more
        if self.peer.attack:
            self.peer.note(self.identifier, data.decode("latin-1"))
        return data

    def packets(self, *payloads):
        data = b""
        for payload in payloads:
            data += struct.pack("<I", len(payload))[:3] + bytes([self.sequence & 0xFF]) + payload
            self.sequence += 1
        return data

    # Conversation

    def greet(self):
        self.sequence = 0
        kind = self.peer.greeting
        if kind == "silent":
            time.sleep(600)
        if kind == "garbage":
            self.link.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            return False
        self.link.sendall(self.packets(self.greeting()))
        self.receive()
        if kind == "plugin":
            self.link.sendall(self.packets(b"\xfe" + b"dialog\0" + b"\x04password: \0"))
            self.receive()
        if kind == "key":
            self.link.sendall(self.packets(b"\xfecaching_sha2_password\0" + CHALLENGE + b"\0"))
            self.receive()
            self.link.sendall(self.packets(b"\x01\x04"))
            self.peer.note(self.identifier, f"asked for a key: {self.receive()}")
        if kind == "switches":
            for plugin in (b"mysql_native_password", b"dialog"):
                self.link.sendall(self.packets(b"\xfe" + plugin + b"\0" + CHALLENGE + b"\0"))
                self.receive()
        self.link.sendall(self.packets(self.done()))
        return True

    def greeting(self, challenge=CHALLENGE, abilities=ABILITIES):
        return (
            b"\x0a5.7.32\0" + struct.pack("<I", self.identifier) + challenge[:8] + b"\0"
            + struct.pack("<H", abilities & 0xFFFF) + b"\x2d\x02\0"
            + struct.pack("<H", abilities >> 16) + b"\x15" + b"\0" * 10
            + challenge[8:] + b"\0mysql_native_password\0"
        )

    def command(self, packet):
        if packet[0] == 1:
            raise Gone
        if packet[0] != 3:
            return self.link.sendall(self.packets(self.done()))
        sql = packet[1:].decode()
        self.peer.note(self.identifier, sql)
        fault = next((fault for fault in self.peer.faults if fault.takes(sql)), None)
        if fault and fault.kind == "lose-statement":
            raise Gone
        if fault and fault.kind == "steal":
            database, link = re.findall(r"'([^']*)'", sql)[:2]
            self.peer.catalog.links[database, link] = ["GCS", "", "{}"]
        if fault and fault.kind == "cut-lock":
            self.peer.cut(self.peer.locks.owner)
            time.sleep(int(fault.detail or 0) / 1000)
        if fault and fault.kind == "slow":
            time.sleep(int(fault.detail) / 1000)
        if fault and fault.kind == "hang":
            time.sleep(600)
        if fault and fault.kind == "close":
            self.peer.close()
            raise Gone
        time.sleep(self.peer.delay)
        reply = self.reply(sql, fault)
        if fault and fault.kind == "columns":
            self.link.sendall(reply)
            raise Gone
        match = CUT.search(packet) if self.peer.cuts is not None else None
        if match and match[2] == b"r" and self.peer.cut_once(match[1]):
            self.link.sendall(reply[: int(match[3])])
            raise Gone
        if fault and fault.kind == "lose-reply":
            self.link.sendall(reply[: int(fault.detail or 0)])
            raise Gone
        if fault and fault.kind == "hang-applied":
            time.sleep(600)
        if fault and fault.kind == "trickle":
            for byte in reply:
                self.link.sendall(bytes([byte]))
            return None
        return self.link.sendall(reply)

    def reply(self, sql, fault):
        try:
            if fault and fault.kind == "echo":
                raise Refusal(1064, "42000", f"You have an error near '{sql}' at line 1")
            if fault and fault.kind == "repeat":
                raise Refusal(1105, "HY000", f"cannot run this: {sql}")
            if fault and fault.kind == "error":
                raise Refusal(int(fault.detail), "HY000", "refused by the peer")
            if fault and fault.kind == "columns":
                return self.packets(b"\xfe" + b"\xff" * 8)
            if sql == "SHOW WARNINGS":
                rows = [["Note", "1050", text] for text in self.warnings]
                return self.result(["Level", "Code", "Message"], rows)
            answer = self.peer.locks.answer(self.identifier, sql)
            columns, rows, warnings = answer or self.peer.catalog.answer(sql)
        except Refusal as refusal:
            text = refusal.message.encode()
            return self.packets(
                b"\xff" + struct.pack("<H", refusal.code) + b"#" + refusal.state.encode() + text
            )
        self.warnings = warnings
        if not columns:
            return self.packets(self.done(len(warnings), more=bool(fault and fault.kind == "more")))
        if fault and fault.kind == "short":
            rows = [row[:-1] for row in rows]
        if fault and fault.kind == "empty":
            rows = []
        return self.result(columns, rows)

    def result(self, columns, rows):
        end = b"\xfe\0\0\x02\0"
        lines = [b"".join(cell(value) for value in row) for row in rows]
        heads = [column(name) for name in columns]
        return self.packets(number(len(columns)), *heads, end, *lines, end)

    @staticmethod
    def done(warnings=0, more=False):
        return b"\0\0\0" + struct.pack("<HH", 0x0A if more else 0x02, warnings)


class Peer:
    def __init__(self, options, attack=""):
        self.catalog = Catalog(
            options.version, options.database or ["prod"], options.grammar.split(","), options.links
        )
        self.locks = Locks(options.lock_table)
        self.cuts, self.attack = (set() if options.cuts else None), attack
        self.delay, self.greeting = options.delay / 1000, options.greeting
        self.faults = [Fault(text) for text in options.fault]
        self.log = open(options.log, "a", encoding="utf-8") if options.log else None
        self.turn = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.links = {}

    def note(self, connection, sql):
        if self.log:
            with self.turn:
                line = {"connection": connection, "attack": self.attack, "sql": sql}
                self.log.write(json.dumps(line) + "\n")
                self.log.flush()

    def cut_once(self, name):
        with self.turn:
            is_first = name not in self.cuts
            self.cuts.add(name)
        return is_first

    def close(self):
        """Nobody is let in any more, and who is in is put out."""
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for identifier in list(self.links):
            self.cut(identifier)

    def cut(self, identifier):
        """Puts one connection out, and lets go of what it had locked."""
        self.locks.release(identifier)
        with contextlib.suppress(OSError, KeyError):
            self.links[identifier].shutdown(socket.SHUT_RDWR)

    def serve(self):
        identifier = 0
        while True:
            try:
                link, _ = self.listener.accept()
            except OSError:
                return
            identifier += 1
            self.links[identifier] = link
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection = Connection(self, link, identifier)
            threading.Thread(target=connection.serve, daemon=True).start()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", default="9.1.3")
    parser.add_argument("--database", action="append")
    parser.add_argument("--links", type=int, default=0, help="so many in the first database")
    parser.add_argument("--grammar", default="alter_link,if_not_exists,or_replace")
    parser.add_argument("--delay", type=float, default=0, help="milliseconds a statement")
    parser.add_argument("--greeting", default="")
    parser.add_argument("--fault", action="append", default=[], metavar="KIND[=DETAIL]:PATTERN")
    parser.add_argument("--lock-table", default="", help="rowstore or columnstore: there is one")
    parser.add_argument("--cuts", action="store_true", help="where names of databases say so")
    parser.add_argument("--attack", action="append", help="of attacks.py, each on its own port")
    parser.add_argument("--log", help="gets a line of JSON for each statement")
    options = parser.parse_args()
    peers = [Peer(options, attack) for attack in options.attack or [""]]
    for peer in peers:
        threading.Thread(target=peer.serve, daemon=True).start()
    print(*[peer.listener.getsockname()[1] for peer in peers], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
