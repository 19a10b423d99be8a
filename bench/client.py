"""The client that asks for pages: one GET after another over a plain socket, as little work for each as can be.

    python -m bench.client PORT PATH SECONDS COOKIE      prints the answers got and the seconds they took

It is the same for every server. It keeps a connection as long as the server does; gunicorn's sync workers close it
after each answer. Any status but 200 ends it with a complaint.
"""

import socket
import sys
import time


def main(port: int, path: str, seconds: float, cookie: str) -> None:
    """Ask until the time is up."""
    ask = (
        f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: text/html\r\n"
        + (f"Cookie: {cookie}\r\n" if cookie else "")
        + "\r\n"
    ).encode()
    connection, answers = None, 0
    # Where a server sends head and body in two parcels, Linux would hold the second back for an unsaid "got it".
    quick = getattr(socket, "TCP_QUICKACK", None)
    begin = time.perf_counter()
    until = begin + seconds
    while (now := time.perf_counter()) < until:
        if connection is None:
            connection = socket.create_connection(("127.0.0.1", port), timeout=10)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(ask)
        if quick is not None:
            connection.setsockopt(socket.IPPROTO_TCP, quick, 1)
        if not _read(connection):
            connection.close()
            connection = None
        answers += 1
    print(answers, now - begin)


def _read(connection: socket.socket) -> bool:
    """Read one answer to its end; whether the connection stays."""
    got = b""
    while (end := got.find(b"\r\n\r\n")) < 0:
        more = connection.recv(65536)
        if not more:
            raise SystemExit("The server went away.")
        got += more
    head = got[:end].lower()
    if not head.startswith(b"http/1.1 200 "):
        raise SystemExit(f"The server answered {head.splitlines()[0].decode(errors='replace')}.")
    length = head.find(b"\r\ncontent-length:")
    if length < 0:
        raise SystemExit("The answer does not say how long it is.")
    left = int(head[length + 17 :].split(b"\r\n", 1)[0]) - (len(got) - end - 4)
    while left > 0:
        more = connection.recv(65536)
        if not more:
            raise SystemExit("The answer broke off.")
        left -= len(more)
    return b"\r\nconnection: close" not in head


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], float(sys.argv[3]), sys.argv[4])
