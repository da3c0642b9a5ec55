"""The browser's door: one address, one key, nothing from anywhere else, and only this computer."""

import re

import pytest
from typer.testing import CliRunner

from supervision_tui.browser.door import COOKIE, Door, loopback
from supervision_tui.cli.root import app


@pytest.fixture
async def house(in_house):
    """A server's door, and a client that speaks to it by the door's own name."""
    async with in_house("demo") as (server, client):
        yield server.door, client


async def test_without_the_key_nothing_is_shown(house):
    _, client = house
    for path in ("/", "/ws", "/static/js/textual.js", "/?key=wrong", "/download/x"):
        answer = await client.get(path, allow_redirects=False)
        assert answer.status == 403, path


async def test_the_printed_address_lets_in_and_the_key_leaves_the_address_bar(house):
    door, client = house
    first = await client.get(f"/?key={door.key}", allow_redirects=False)
    assert (first.status, first.headers["Location"]) == (303, "/")
    assert "HttpOnly" in first.headers["Set-Cookie"]
    assert "SameSite=Strict" in first.headers["Set-Cookie"]
    page = await client.get("/", cookies={door.cookie_name: door.cookie})
    assert page.status == 200


async def test_the_page_asks_nobody_else_for_anything(house):
    door, client = house
    page = await client.get("/", cookies={door.cookie_name: door.cookie})
    words = await page.text()
    named = set(re.findall(r"(?:https?|wss?)://[^\s\"'<>/]+", words))
    assert {name.split("://")[1] for name in named} == {f"127.0.0.1:{door.port}"}
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Host": "127.0.0.1"}, {"Origin": "http://evil.example"}, {"Origin": "null"}],
    ids=lambda headers: " ".join(next(iter(headers.items()))),
)
async def test_a_name_that_points_here_and_a_page_of_somebody_else_are_refused(house, headers):
    door, client = house
    for path in ("/", "/ws", f"/?key={door.key}"):
        answer = await client.get(path, cookies={door.cookie_name: door.cookie}, headers=headers, allow_redirects=False)
        assert answer.status == 403


def test_every_start_has_a_key_of_its_own_and_never_tells_it_by_chance():
    one, other = Door("127.0.0.1", 1), Door("127.0.0.1", 1)
    assert one.key != other.key
    assert len(one.key) >= 32
    assert one.key not in repr(one)
    assert not one.knows(None)
    assert not one.knows("")


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - the very address to refuse
        ("192.168.1.4", False),
        ("example", False),
    ],
)
def test_only_this_computer_is_loopback(host, own):
    assert loopback(host) is own


def test_an_address_that_others_reach_is_refused_with_a_reason():
    told = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0"])  # noqa: S104 - the very address to refuse
    assert told.exit_code == 1
    assert "other computers" in told.stderr


def test_a_port_in_use_is_told(unused_tcp_port_taken):
    told = CliRunner().invoke(app, ["serve", "--port", str(unused_tcp_port_taken)])
    assert told.exit_code == 1
    assert f"--port {unused_tcp_port_taken + 1}" in told.stderr


@pytest.fixture
def unused_tcp_port_taken():
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield taken.getsockname()[1]


def test_the_cookie_is_this_servers_own_and_does_not_tell_the_key():
    door = Door("127.0.0.1", 8001)
    elsewhere = Door("127.0.0.1", 8002, door.key)
    assert door.key not in door.cookie
    assert door.cookie_name != elsewhere.cookie_name
    assert door.accepts(door.cookie)
    for wrong in (door.key, elsewhere.cookie, "", None, door.cookie[:-1]):
        assert not door.accepts(wrong)


async def test_the_key_in_the_cookies_place_opens_nothing(house):
    door, client = house
    for name in (door.cookie_name, COOKIE):
        assert (await client.get("/", cookies={name: door.key})).status == 403
