"""plumbline serve"""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.inputs import settings


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 7860,
) -> None:
    """Open the web page on this machine."""
    from assistant.web.app import serve as serve_page

    serve_page(settings(), host, port)
