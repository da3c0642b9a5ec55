"""``supervision-tui serve``: the program in a browser on this computer."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from supervision_tui.cli.output import refuse
from supervision_tui.workspace import organisation

NEEDED = (
    "The browser part is not installed. Install it with: pip install 'supervision-tui[serve]'   "
    "Without it the program runs in the terminal: supervision-tui"
)
OTHERS = (
    "Refused: {host} can be reached from other computers, and what you write would travel unencrypted. "
    "Leave out --host. Where somebody has put encryption and a log-in in front of it, add --let-others-reach-it."
)
WARNING = "Warning: other computers can reach {host}. What you write travels unencrypted. Stop it with Ctrl+C."
TAKEN = "Port {port} is in use already. Choose another one, for example: supervision-tui serve --port {other}"
LOOPBACK = "127.0.0.1"


def serve(
    demo: Annotated[bool, typer.Option("--demo", help="Show the invented families instead of your notebook.")] = False,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port of the address.")] = 8765,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = LOOPBACK,
    others: Annotated[
        bool, typer.Option("--let-others-reach-it", help="Allow an address that other computers can reach.")
    ] = False,
) -> None:
    """Show the program in a browser on this computer, for one person. The address is printed; it holds a key."""
    if not organisation.organisation().settings.browser:
        refuse(organisation.NO_BROWSER)
    try:
        from supervision_tui.browser.serving import BrowserServer  # noqa: PLC0415 - an extra that may be missing
    except ImportError:
        typer.echo(NEEDED, err=True)
        raise typer.Exit(1) from None
    from supervision_tui.browser.door import Door, loopback  # noqa: PLC0415 - quick help

    if not loopback(host):
        typer.echo((WARNING if others else OTHERS).format(host=host), err=True)
        if not others:
            raise typer.Exit(1)
    if not _free(host, port):
        typer.echo(TAKEN.format(port=port, other=port + 1), err=True)
        raise typer.Exit(1)
    BrowserServer(Door(host, port), ("demo",) if demo else ()).serve()


def _free(host: str, port: int) -> bool:
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError:
        return False
    return True
