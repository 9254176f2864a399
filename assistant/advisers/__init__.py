"""Who words a reply: nobody, by default, or a chat model, whose sentences are checked before they are shown."""
