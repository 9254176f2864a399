"""The choice of a chat model, on the owner's own computer."""

from __future__ import annotations

from markupsafe import Markup

from assistant.web.panels.markup import opening, tag

NONE = "No chat model words the replies, and none is needed: figures, rules and plans are the same without one."
USED = "Replies are worded by {name}. Each sentence is checked before you see it; figures, rules and plans are not its."
KEY = (
    "A key is read from the environment only (OPENAI_API_KEY, ANTHROPIC_API_KEY, GOOGLE_API_KEY) and kept nowhere. "
    "While a model is in use, what you write goes to whoever runs it. The choice lasts until Plumbline is stopped; "
    "PLUMBLINE_MODEL keeps it."
)


def model_choice(name: str, address: str) -> Markup:
    """What is in use, and a form to try another one, to use it, or to use none."""
    acts = [
        tag("button", words, type="submit", class_="btn", value=value)
        for value, words in (("try", "Test it"), ("use", "Use it"), ("none", "Use none"))
    ]
    fields = (
        _field("model-name", "name", "Model, as provider:name", name, "ollama:llama3.2"),
        _field(
            "model-address", "address", "Address of its server, if it is yours", address, "http://127.0.0.1:8080/v1"
        ),
    )
    form = tag(
        "form",
        tag("div", *fields, class_="asks"),
        tag("div", *acts, class_="row"),
        tag("p", "", class_="quiet", id="model-told", role="status"),
        class_="model",
        id="model-form",
    )
    told = tag("p", USED.format(name=name) if name else NONE, class_="quiet")
    return opening("model", "Chat model", told, form, tag("p", KEY, class_="quiet"))


def _field(place: str, name: str, label: str, value: str, example: str) -> Markup:
    entry = tag("input", id=place, name=name, value=value, placeholder=example, autocomplete="off", spellcheck="false")
    return tag("div", tag("label", label, for_=place), entry)
