"""The article view: QTextEdit with a layout of our own that paints spans in lanes and entities below words."""
