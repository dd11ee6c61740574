"""Code that does nothing, and must earn nothing, whatever its functions return."""

import ast

_ANSWERS = {"returns None": "None", "returns 0": "0.0", "returns its argument": "{first}"}


def hollow_modules(stub: str) -> dict[str, bytes]:
    """Return, by what its functions do, the stub with each of them returning the same."""
    return {name: hollowed(stub, answer).encode() for name, answer in _ANSWERS.items()}


def hollowed(stub: str, answer: str) -> str:
    """Return the stub with every function's body replaced by ``return`` `answer`."""
    tree = ast.parse(stub)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name != "__init__":
            arguments = [argument.arg for argument in node.args.args if argument.arg != "self"]
            value = answer.format(first=arguments[0] if arguments else "None")
            node.body = [*ast.parse(f"return {value}").body]
    return ast.unparse(tree)
