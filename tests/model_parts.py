"""Every model that a model is made of, for tests that ask that each of its fields is decided."""

import typing

from pydantic import BaseModel


def models_in(model, base=BaseModel, found=None):
    """*model* and every model of the kind *base* that stands in its fields, each once."""
    found = {} if found is None else found
    if model not in found:
        found[model] = None
        for info in model.model_fields.values():
            for part in _parts(info.annotation, base):
                models_in(part, base, found)
    return list(found)


def _parts(annotation, base):
    if isinstance(annotation, type) and issubclass(annotation, base):
        return [annotation]
    return [part for inner in typing.get_args(annotation) for part in _parts(inner, base)]
