"""Form fields for columns that hold a list: words on one line, choices as check boxes."""

from __future__ import annotations

from django import forms


class WoordenlijstFormField(forms.CharField):
    """`pas, reisdocument` ↔ `["pas", "reisdocument"]`; doubles and white space are dropped."""

    empty_values = [None, "", [], ()]

    def __init__(self, **kwargs: object) -> None:
        for naam in ("encoder", "decoder", "max_length"):
            kwargs.pop(naam, None)
        kwargs.setdefault("help_text", "Zet een komma tussen de woorden.")
        kwargs["help_text"] = kwargs["help_text"] or "Zet een komma tussen de woorden."
        super().__init__(**kwargs)

    def prepare_value(self, value: object) -> object:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: object) -> list[str]:
        if isinstance(value, list | tuple):
            woorden = [str(woord) for woord in value]
        else:
            woorden = str(value or "").replace("\n", ",").split(",")
        return list(dict.fromkeys(woord.strip() for woord in woorden if woord.strip()))

    def has_changed(self, initial: object, data: object) -> bool:
        return self.to_python(initial) != self.to_python(data)


class KeuzelijstFormField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: object) -> None:
        for naam in ("encoder", "decoder", "max_length"):
            kwargs.pop(naam, None)
        super().__init__(**kwargs)

    def has_changed(self, initial: object, data: object) -> bool:
        return sorted(initial or []) != sorted(data or [])
