"""The HTTP server of the standard library, a thread for each request."""

import os
import socket
from collections.abc import Callable
from socketserver import TCPServer, ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from potret_mkdocs.serving.app import Wsgi


class Quiet(WSGIRequestHandler):
    """Says nothing about requests."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def address_string(self) -> str:
        """Give the visitor's address without asking a name server."""
        return str(self.client_address[0])


class Server(ThreadingMixIn, WSGIServer):
    """One thread for each request; none of them keeps the process from ending."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"
    """On Windows it would let two servers share a port."""

    def server_bind(self) -> None:
        """Bind without asking a name server who we are, which takes seconds where there is no network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])
        self.setup_environ()


def listen(name: str, port: int) -> Server:
    """Listen on an address; raises OSError where it is taken or not ours."""
    family = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)[0][0]
    kind = type("Server", (Server,), {"address_family": family})
    server: Server = kind((name, port), Quiet)
    return server


def serve(server: Server, app: Wsgi, ready: Callable[[], None]) -> None:
    """Answer until Ctrl-C."""
    server.set_app(app)
    try:
        ready()
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
