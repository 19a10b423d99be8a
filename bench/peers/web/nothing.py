"""A server that does nothing: it has one answer ready and closes the connection. It shows how far the client can go.

    python -m bench.peers.web.nothing PORT
"""

import socket
import sys

ANSWER = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2048\r\n\r\n" + b"x" * 2048


def main(port: int) -> None:
    with socket.create_server(("127.0.0.1", port), backlog=64) as listening:
        while True:
            connection, _ = listening.accept()
            with connection:
                if connection.recv(65536):
                    connection.sendall(ANSWER)


if __name__ == "__main__":
    main(int(sys.argv[1]))
