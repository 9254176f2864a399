"""`python -m training.passages`: the vectors of every passage of knowledge/, by the tuned encoder."""

from __future__ import annotations

from assistant.encoder import load_encoder
from assistant.retrieval.carried import carried, carried_file, write
from assistant.retrieval.documents import load_documents
from assistant.retrieval.elsewhere import key, load_elsewhere
from assistant.retrieval.encoding import rows_of
from assistant.retrieval.passages import split
from assistant.settings import Settings

AT_ONCE = 32


def main() -> None:
    """Encode what has changed and write the file."""
    settings = Settings.from_environment()
    encoder = load_encoder(settings)
    pieces = split(load_documents(settings.knowledge()))
    known = carried(encoder.id)
    new = [each for each in pieces if each.digest not in known]
    for start in range(0, len(new), AT_ONCE):
        part = new[start : start + AT_ONCE]
        known.update(zip((each.digest for each in part), rows_of(part, encoder), strict=True))
        print(f"{start + len(part)} of {len(new)}", end="\r")
    texts = load_elsewhere(settings.knowledge())
    others = [*texts.fields, *texts.questions]
    rows = dict(zip(map(key, others), encoder.encode_questions(others), strict=True))
    write(carried_file(), encoder.id, {each.digest: known[each.digest] for each in pieces} | rows)
    print(f"{len(pieces)} passages, {len(new)} encoded, {carried_file()}")


if __name__ == "__main__":
    main()
