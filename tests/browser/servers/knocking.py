"""A request as no browser of ours would send it: from another site, or under another name."""

from http.client import HTTPConnection
from urllib.parse import urlsplit


def opens_a_visit(address: str, origin: str, host: str = "") -> int:
    """What a server answers to the opening of a visit (a websocket), asked for by some site.

    Args:
        address: The server's own address.
        origin: The site whose page asks.
        host: The name that it is asked for under; the server's own where none is given.

    Returns:
        101 where the visit is opened.
    """
    handshake = {
        "Host": host or urlsplit(address).netloc,
        "Origin": origin,
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
    }
    return answered(address, "GET", "/_stcore/stream", handshake)


def answered(address: str, method: str, path: str, headers: dict[str, str]) -> int:
    """The status of a request with these headers and no others."""
    place = urlsplit(address)
    connection = HTTPConnection(place.hostname or "", place.port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse().status
    finally:
        connection.close()
