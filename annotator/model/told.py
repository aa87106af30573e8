"""Sentences for people: an English template with its values, so that the window can say it in another language."""


class Told(Exception):
    """Something that a person is told. ``str()`` is the English sentence; ``template`` is what is translated."""

    def __init__(self, template: str, **values: object) -> None:
        """Keep the template, whose ``{names}`` are filled from the values."""
        super().__init__(template)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template
