"""The protocol's side: lists the tools, carries out calls in threads, turns troubles into one line."""

from __future__ import annotations

import asyncio
import json
import logging
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from mcp import MCPError, types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server

from assistant import __version__
from assistant.errors import AssistantError
from assistant.mcp.tools import INSTRUCTIONS, Tools

if TYPE_CHECKING:
    from assistant.conversation.plumbline import Plumbline
    from assistant.mcp.request import Request, Told

logger = logging.getLogger(__name__)

AT_ONCE = 4
"""Calls that are worked on beside one another; others wait for their turn, and leave it when they are cancelled."""
MOST_JSON_AS_TEXT = 60_000
"""Characters up to which the whole result stands as text, too, for assistants that read no structured results."""
ASKS_ONLY = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
Context = ServerRequestContext[dict[str, object]]


class Counter:
    """Where calls are handed in and answers handed out, for one front door."""

    def __init__(self, plumbline: Plumbline, tools: Tools) -> None:
        self._plumbline = plumbline
        self._tools = {each.name: each for each in tools}
        self._listed = [_described(each) for each in tools]
        self._workers = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="tool")

    async def listed(self, _context: Context, _page: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        """Every tool with what it takes and gives."""
        return types.ListToolsResult(tools=self._listed)

    async def called(self, _context: Context, call: types.CallToolRequestParams) -> types.CallToolResult:
        """What the tool gives back, or one line that says what is wrong; a tool that does not exist is an MCPError."""
        tool = self._tools.get(call.name)
        if tool is None:
            known = ", ".join(self._tools)
            raise MCPError(code=types.INVALID_PARAMS, message=f"there is no tool {call.name!r}; known are: {known}")
        work = asyncio.wrap_future(self._workers.submit(self._carried_out, tool, call.arguments or {}))
        try:
            await asyncio.wait([work])
        finally:
            work.cancel()
        trouble = work.exception()
        return _refused(tool.name, trouble) if trouble else _given(work.result())

    def close(self) -> None:
        """Take no more calls; those that wait for their turn are dropped."""
        self._workers.shutdown(wait=False, cancel_futures=True)

    def _carried_out(self, tool: type[Request], arguments: dict[str, object]) -> Told:
        return tool.read(arguments, self._plumbline.settings.max_file_mb).carried_out(self._plumbline)


def server_of(counter: Counter) -> Server[dict[str, object]]:
    """A server of the protocol that answers from this counter."""
    return Server(
        "plumbline",
        title="Plumbline",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=counter.listed,
        on_call_tool=counter.called,
    )


def _described(tool: type[Request]) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.use,
        input_schema=tool.model_json_schema(),
        output_schema=tool.gives.model_json_schema(mode="serialization"),
        annotations=ASKS_ONLY,
    )


def _given(told: Told) -> types.CallToolResult:
    whole = told.whole.model_dump_json()
    content: list[types.ContentBlock] = [types.TextContent(text=told.short)]
    if len(whole) <= MOST_JSON_AS_TEXT:
        content.append(types.TextContent(text=whole, annotations=types.Annotations(audience=["assistant"])))
    return types.CallToolResult(content=content, structured_content=json.loads(whole))


def _refused(name: str, trouble: BaseException) -> types.CallToolResult:
    if isinstance(trouble, AssistantError):
        words = str(trouble)
    else:
        kind, place = type(trouble).__name__, _place(trouble)
        logger.error("%s failed: %s at %s", name, kind, place)
        words = f"{name} failed on something that is no fault of yours ({kind} at {place}); nothing was kept or changed"
    return types.CallToolResult(content=[types.TextContent(text=" ".join(words.split()))], is_error=True)


def _place(trouble: BaseException) -> str:
    """The file and line that it comes from, never its words: they may be the owner's."""
    frames = traceback.extract_tb(trouble.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "its start"
