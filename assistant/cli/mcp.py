"""plumbline mcp"""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.inputs import settings


def mcp(
    http: Annotated[bool, typer.Option("--http", help="Listen at an address instead of standard input.")] = False,
    host: Annotated[str, typer.Option(help="Address to listen on, with --http.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on, with --http.", min=1, max=65535)] = 7861,
) -> None:
    """The same abilities for other assistants, over the Model Context Protocol (MCP)."""
    from assistant.mcp.serve import over_http, over_stdio

    if http:
        over_http(settings(), host, port)
    else:
        over_stdio(settings())
