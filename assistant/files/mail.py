"""An e-mail: its head, its body and the documents attached to it."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from assistant.errors import UnreadableFile
from assistant.files import plain, web_page
from assistant.files.limits import refused
from assistant.files.pieces import Pieces

_HEAD = ("From", "To", "Date", "Subject")
_MAX_ATTACHMENTS = 20


def read(name: str, data: bytes, read_attachment: Callable[[str, bytes], Pieces]) -> Pieces:
    """The head and body as the first page, each readable attachment after it; others are named in a notice."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = _body(message)
    except (MessageError, LookupError, ValueError) as exc:
        raise refused(name, "the e-mail is broken", "Save it again from the mail program, or paste its text.") from exc
    head = "\n".join(f"{field}: {message[field]}" for field in _HEAD if message[field])
    whole = Pieces(pages=(f"{head}\n\n{body.pages[0]}", *body.pages[1:]), unseen=body.unseen)
    for part in list(message.iter_attachments())[:_MAX_ATTACHMENTS]:
        whole = whole.joined(_attached(part, read_attachment))
    return whole


def _body(message: EmailMessage) -> Pieces:
    plain_part = message.get_body(preferencelist=("plain",))
    html_part = message.get_body(preferencelist=("html",))
    html = web_page.pieces_of(_text(html_part)) if html_part else None
    if plain_part and _text(plain_part).strip():
        pieces = plain.pages_of(_text(plain_part))
        return pieces.model_copy(update={"unseen": pieces.unseen + (html.unseen if html else ())})
    return html or Pieces(pages=("",))


def _text(part: object) -> str:
    content = part.get_content() if isinstance(part, EmailMessage) else ""
    return content if isinstance(content, str) else ""


def _attached(part: object, read_attachment: Callable[[str, bytes], Pieces]) -> Pieces:
    if not isinstance(part, EmailMessage):
        return Pieces(pages=())
    name = part.get_filename() or "attachment"
    content = part.get_payload(decode=True)
    if part.get_content_maintype() == "image" or not isinstance(content, bytes) or not content:
        return Pieces(pages=())
    try:
        return read_attachment(name, content)
    except UnreadableFile as exc:
        return Pieces(pages=(), notices=(f"An attachment was left out. {exc}",))
