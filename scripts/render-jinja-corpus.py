"""Renders fixtures/jinja/*.txt with Python's jinja2 and writes what it made to fixtures/jinja/renderings.jsonl.

Run by hand, with jinja2 3.1.6: python3 scripts/render-jinja-corpus.py
"""
import json
import pathlib

import jinja2

folder = pathlib.Path(__file__).parent.parent / "fixtures" / "jinja"


spacings = {
    "trimmed": {"trim_blocks": True},
    "stripped": {"lstrip_blocks": True},
    "spaced": {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True},
}


def read(text):
    for part in text.split("\n=== ")[0:]:
        name, variables, body = part.removeprefix("=== ").split("\n", 2)
        files = {}
        if body.startswith("!file "):
            head, body = body.split("!template\n", 1)
            for chunk in head.split("!file ")[1:]:
                path, held = chunk.split("\n", 1)
                files[path] = held
        if name == "crlf":
            body = body.replace("\n", "\r\n")
        yield name, json.loads(variables), body, files


def render(environment, template, variables):
    try:
        return {"text": environment.from_string(template).render(variables)}
    except (jinja2.TemplateError, TypeError, ValueError, KeyError, AttributeError, ZeroDivisionError) as fault:
        return {"error": type(fault).__name__}


with open(folder / "renderings.jsonl", "w", encoding="utf-8") as out:
    for path in sorted(folder.glob("*.txt")):
        for name, variables, template, files in read(path.read_text(encoding="utf-8")):
            environment = jinja2.Environment(loader=jinja2.DictLoader(files))
            row = {"name": name, "template": template, "files": files, "vars": variables}
            row["filled"] = render(environment, template, variables)
            row["empty"] = render(environment, template, {})
            for key, options in spacings.items():
                trimming = jinja2.Environment(loader=jinja2.DictLoader(files), **options)
                row[key] = render(trimming, template, variables)
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
