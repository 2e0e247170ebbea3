"""What a server sends that means harm, or is none of the MySQL protocol: each once, to whoever connects.

What the other side sends is written to the log as it came.
"""

import struct

TLS = 0x0800
OK = b"\0\0\0\x02\0\0\0"


def wait(connection):
    """Takes whatever comes, for as long as somebody is there."""
    while connection.read(1):
        pass


def greet(connection, **parts):
    connection.sequence = 0
    connection.link.sendall(connection.packets(connection.greeting(**parts)))


def send(connection, *payloads):
    connection.link.sendall(connection.packets(*payloads))


def switch(plugin, data=b"abcdefghijklmnopqrst\0", again=None):
    def attack(connection):
        greet(connection)
        connection.receive()
        send(connection, b"\xfe" + plugin + (b"\0" + data if data else b""))
        connection.receive()
        if again:
            send(connection, again)
        wait(connection)

    return attack


def raw(data):
    def attack(connection):
        connection.link.sendall(data)
        wait(connection)

    return attack


def first(payload):
    def attack(connection):
        connection.sequence = 0
        send(connection, payload)
        wait(connection)

    return attack


def after_login_packet(payload):
    def attack(connection):
        greet(connection)
        connection.receive()
        send(connection, payload)
        wait(connection)

    return attack


def secured(data):
    """Offers TLS, and goes on in another way."""

    def attack(connection):
        greet(connection, abilities=0x0000F7DF | TLS | 0x00080000)
        connection.receive()
        connection.link.sendall(data)
        wait(connection)

    return attack


def reply(make, ends=False):
    """Lets anybody in, and answers the first statement."""

    def attack(connection):
        greet(connection)
        connection.receive()
        send(connection, OK)
        connection.receive()
        data = make(connection)
        connection.link.sendall(data)
        if not ends:
            wait(connection)

    return attack


def rows(*cells, columns=1, tail=True):
    def make(connection):
        end = b"\xfe\0\0\x02\0"
        definition = b"\x03def\0\0\0\x01a\0\x0c" + struct.pack("<HIBHBH", 45, 1024, 0xFD, 0, 0, 0)
        count = bytes([columns]) if columns < 251 else b"\xfc" + struct.pack("<H", columns)
        return connection.packets(count, *[definition] * columns, end, *cells, *([end] if tail else []))

    return make


def packets(*payloads):
    return lambda connection: connection.packets(*payloads)


def huge(connection):
    """A cell of 2 MiB."""
    return rows(b"\xfd" + struct.pack("<I", 2 << 20)[:3] + b"x" * (2 << 20))(connection)


def error(code, message):
    return b"\xff" + struct.pack("<H", code) + b"#HY000" + message


ATTACKS = {
    # Before anybody is logged in
    "silent": wait,
    "closes": lambda connection: None,
    "garbage": raw(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    "endless-packet": raw(b"\xff\xff\xff\0"),
    "empty-packet": raw(b"\0\0\0\0"),
    "half-head": raw(b"\x4a\0"),
    "old-protocol": first(b"\x095.0.0\0" + b"\0" * 40),
    "short-greeting": first(b"\x0a5.7.32\0\x01\0"),
    "endless-version": first(b"\x0a" + b"A" * 300),
    "no-greeting": first(OK),
    "huge-greeting": first(b"\x0a" + b"\xff" * 1_000_000),
    "error-greeting": first(error(1040, b"\x1b[2J\x1b]0;owned\x07 too many\r\nlinkctl: done")),
    "no-tls": lambda connection: (greet(connection), wait(connection)),
    "plain-after-tls": secured(b"\x07\0\0\x02" + OK),
    "garbage-after-tls": secured(bytes(range(256))),
    "dialog": switch(b"dialog", b"\x04password: "),
    "clear-password": switch(b"mysql_clear_password"),
    "old-password": switch(b""),
    "path-plugin": switch(b"../../../../tmp/evil"),
    "public-key": switch(b"caching_sha2_password", again=b"\x01\x04"),
    "sha256-key": switch(b"sha256_password", again=b"\x01-----BEGIN PUBLIC KEY-----"),
    "two-switches": switch(
        b"mysql_native_password", again=b"\xfemysql_native_password\0tsrqponmlkjihgfedcba\0"
    ),
    "more-data": after_login_packet(b"\x01" + b"\x04" * 40),
    "login-garbage": after_login_packet(b"\x42" * 40),
    "login-file": after_login_packet(b"\xfb/etc/hostname"),
    # In answer to a statement
    "file": reply(packets(b"\xfb/etc/hostname"), ends=True),
    "file-of-secrets": reply(packets(b"\xfb/proc/self/environ"), ends=True),
    "columns-16": reply(packets(b"\xfc\xff\xff")),
    "columns-24": reply(packets(b"\xfd\xff\xff\xff")),
    "columns-64": reply(packets(b"\xfe" + b"\xff" * 8)),
    "many-columns": reply(rows(columns=300)),
    "column-garbage": reply(packets(b"\x01", b"\xfe" + b"\xff" * 30)),
    "short-row": reply(rows(b"\x01a", columns=2)),
    "long-cell": reply(rows(b"\xfe" + b"\xff" * 7 + b"\x7f")),
    "cell-past-end": reply(rows(b"\x20abc")),
    "not-text": reply(rows(b"\x02\xc3\x28")),
    "huge-cell": reply(huge),
    "no-end": reply(rows(b"\x01a", tail=False)),
    "truncated": reply(lambda connection: rows(b"\x01a")(connection)[:-9], ends=True),
    "no-answer": reply(lambda connection: b""),
    "two-results": reply(packets(b"\0\0\0" + struct.pack("<HH", 0x0A, 0))),
    "empty-answer": reply(packets(b"")),
    "error-garbage": reply(packets(error(1064, b"near 'hunter2'\x1b[31m\0\xff\xfe\r\n::error::x"))),
    "error-short": reply(packets(b"\xff")),
}


def run(connection, name):
    ATTACKS[name](connection)
