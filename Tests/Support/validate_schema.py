"""Checks YAML files against a JSON Schema with the stock validator.

    validate_schema.py SCHEMA FILE...

Prints one JSON object a file: {"file", "errors": [{"path", "message"}]}. Scalars are read as
linkctl reads them, and not by YAML 1.1: only plain true, false, null, ~ and JSON numbers are no
text.
"""

import json
import re
import sys

import yaml
from jsonschema import Draft202012Validator

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\Z")
WORDS = {"null": None, "~": None, "true": True, "false": False}


class Missing:
    """What `key:` with nothing behind it is: of no JSON type."""

    def __repr__(self):
        return "nothing"


def scalar(node):
    if node.style is not None:
        return node.value
    if node.value == "":
        return Missing()
    if node.value in WORDS:
        return WORDS[node.value]
    return json.loads(node.value) if NUMBER.match(node.value) else node.value


def value(node):
    if isinstance(node, yaml.MappingNode):
        return {key.value: value(item) for key, item in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [value(item) for item in node.value]
    return scalar(node)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            document = value(yaml.compose(file, Loader=yaml.SafeLoader))
        errors = [
            {"path": "/" + "/".join(map(str, error.absolute_path)), "message": error.message[:300]}
            for error in validator.iter_errors(document)
        ]
        print(json.dumps({"file": path, "errors": errors}))


main()
