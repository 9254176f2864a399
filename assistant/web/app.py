"""The page: layout and wiring only. What is shown comes from panels, what is done from handlers."""

from __future__ import annotations

import inspect
import logging
import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from pydantic import BaseModel

from assistant import open_plumbline
from assistant.errors import AssistantError, BadInput
from assistant.serving import address
from assistant.serving.guards import guards
from assistant.settings import Settings
from assistant.web import theme
from assistant.web.handlers import Desk
from assistant.web.model_desk import ModelDesk
from assistant.web.view import Trouble

if TYPE_CHECKING:
    import gradio as gr

    from assistant.conversation.plumbline import Plumbline

logger = logging.getLogger(__name__)

KEPT_SECONDS = 3600
"""An upload that was never read is swept away after this time."""
FAVICON = theme.STATIC / "mark.svg"


def serve(settings: Settings, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Serve the page until it is interrupted; raises BadInput where the address cannot be had."""
    address.check_free(host, port)
    with open_plumbline(settings) as plumbline:
        running = launch(plumbline, settings, host, port)
        plumbline.start_index()
        sys.stdout.write(f"Plumbline is at {running.local_url} (Ctrl+C stops it)\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            logger.info("interrupted")
        finally:
            running.close(verbose=False)


def launch(plumbline: Plumbline, settings: Settings, host: str, port: int) -> gr.Blocks:
    """The page, running in threads of its own; everything it writes lies in the home folder."""
    uploads = settings.home / "uploads"
    uploads.mkdir(parents=True, exist_ok=True)
    # Gradio takes these from the environment only.
    os.environ["GRADIO_TEMP_DIR"] = str(uploads)
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    own_machine = address.is_own_machine(host)
    desk, models = Desk(plumbline, uploads, own_machine), ModelDesk(plumbline.models, own_machine)
    page = build(desk, models, settings.max_file_mb)
    page.launch(
        server_name=address.bracketed(host),
        server_port=port,
        share=False,
        prevent_thread_lock=True,
        quiet=True,
        run_history=False,
        footer_links=[],
        max_file_size=f"{settings.max_file_mb}mb",
        favicon_path=FAVICON,
        theme=theme.theme(),
        head=theme.head(),
        app_kwargs={"middleware": guards(host)},
    )
    return page


def build(desk: Desk, models: ModelDesk, max_file_mb: int) -> gr.Blocks:
    """The layout: one component that holds the page, and the handlers that its script may call."""
    import gradio as gr

    page = gr.Blocks(title="Plumbline", analytics_enabled=False, delete_cache=(KEPT_SECONDS, KEPT_SECONDS))
    with page:
        gr.HTML(
            theme.shell().replace("MAX_FILE_MB", str(max_file_mb)),
            elem_id="plumbline",
            js_on_load=theme.script(),
            apply_default_css=False,
            server_functions=[at_the_edge(each) for each in wired(desk, models)],
        )
    return page


def wired(desk: Desk, models: ModelDesk) -> tuple[Callable[..., BaseModel], ...]:
    """Every handler that the page may call."""
    return (
        desk.open,
        desk.say,
        desk.listen,
        desk.stop,
        desk.undo,
        desk.add_file,
        desk.sign,
        desk.add_documents,
        desk.progress,
        desk.remove_document,
        desk.edit,
        desk.suppose,
        desk.settle,
        desk.check_in,
        desk.waive,
        desk.rename,
        desk.delete,
        desk.export,
        desk.export_chosen,
        desk.preview,
        desk.export_proposal,
        desk.passage,
        desk.rule,
        desk.drawer,
        desk.notice,
        models.model,
        models.try_model,
        models.use_model,
    )


def at_the_edge(handler: Callable[..., BaseModel]) -> Callable[[object], dict[str, object]]:
    """The handler for raw requests: its strings by name in, JSON out; an AssistantError becomes words for the owner."""
    takes = inspect.signature(handler)

    def answer(data: object) -> dict[str, object]:
        try:
            return handler(**_strings(data, takes)).model_dump()
        except AssistantError as exc:
            return Trouble(error=str(exc)).model_dump()

    answer.__name__ = handler.__name__
    return answer


def _strings(data: object, takes: inspect.Signature) -> dict[str, str]:
    """What was sent, if it is exactly the strings that a handler takes."""
    if not isinstance(data, dict) or set(data) != set(takes.parameters):
        raise BadInput("the page sent something that does not fit: load it again")
    if not all(isinstance(value, str) for value in data.values()):
        raise BadInput("the page sent something that is no text: load it again")
    return data
