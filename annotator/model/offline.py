"""No network, ever: what libraries would do with it when they are imported."""

import socket


def open_no_socket() -> None:
    """Keep libraries from trying the network; called first in every process of the program.

    spaCy brings urllib3, which on import binds a socket to see whether this machine knows IPv6. It asks Python first.
    """
    socket.has_ipv6 = False
