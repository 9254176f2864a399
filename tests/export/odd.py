"""Words that file formats trip over."""

ODD = (
    "a | b * c * _d_ `e` <b>f</b> [g](h) ![i](j) \\k ~~l~~ **m** &copy; & AT&T snake_case __init__",
    "# not a heading",
    "1. not a list",
    "2) nor this",
    "- nor this",
    "+ or this",
    "--- or a rule",
    "=== or a title",
    "> not a quote",
    "مخبز الحي: الفواتير كل سبت",
    "面包店：每周六开发票",
    "Zażółć gęślą jaźń, Öl & Çay",
    "🥖🥐👩‍🍳 fresh at five",
    "name " * 80,
    "Donaudampfschifffahrt" * 20,
    "two\nlines\tand a tab",
)
