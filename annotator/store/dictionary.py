"""What entries of the journal say again and again: the dictionary that their edits are deflated with.

These bytes are part of the format of a project file and never change; another dictionary would need another number in
front of what is deflated with it. Later pieces cost less to point at, so what is frequent comes last.
"""

_VALUES = (
    "checkable not_checkable partly_checkable future vague value_judgement high medium low normal quantity event "
    "causal comparison prediction quote_or_position law_or_rule definition existence asserted reported denied hedged "
    "questioned conditional neutral distances endorses none full partial scare direct indirect free narrative "
    "anonymous official institution witness expert spokesperson media document other negative positive mixed supported "
    "refuted disputed unverified not_enough_evidence accurate true false misleading out_of_context author source"
)
_KEYS = (
    "extra",
    "flags",
    "encoding",
    "original_sha256",
    "changes",
    "published",
    "source",
    "url",
    "sha256",
    "language",
    "length",
    "title",
    "author_stance",
    "commitment",
    "conditional",
    "event_date",
    "sensitivity",
    "claim_text",
    "claim_type",
    "priority",
    "verdict_confidence",
    "verdict_note",
    "verdict_nuance",
    "anonymous_reason",
    "cue_class",
    "cue_force",
    "nesting",
    "source_role",
    "directness",
    "holder",
    "intensity",
    "polarity",
    "technique",
    "second_reader",
    "record",
    "stance",
    "checkability",
)
_NOUNS = (
    '"}},"kind":"ruling"}]',
    '"}},"kind":"evidence"}]',
    '"kind":"document"',
    '"words":"","origin":"person","status":"added","end":"start":"label":"PER","ORG","LOC","MISC","DATE","QTY","EQUIP"',
    '"status":"confirmed","status":"rejected","status":"auto","words":"},"kind":"entity"}]',
    '"target_kind":"evidence","target_kind":"entity","target_kind":"span","type":"source_entity","type":"same_claim"',
    '"source":","target":","type":"evidence"},"kind":"link"}]',
    '"seconds":},"before":{"layer_id":"},"kind":"timing"}]',
    '"key":"project_id":"value":"},"kind":"setting"}]',
    '{"after":{"annotator_id":"","document_id":"","id":"","status":"in_progress"},"kind":"layer"}',
    ',"before":{"annotator_id":"","status":"done","status":"flagged","status":"new"',
    '"},"kind":"span"},{"after":{"fragments":[[',
    '"note":"","words":["la le les de des du en et que qui une un dans pour par sur ","note":"',
    '"]},"kind":"span"}]',
    '[{"before":{"attributes":{"quoted":"partial","quoted":"none"},"fragments":[[',
    '[{"after":{"attributes":{"confidence":"high","verdict":"supported","verified_on":"2026-01-01T00:00:00+00:00",'
    '"verifier":"',
    '[{"after":{"attributes":{"quoted":"full","type":"person"},"fragments":[[',
    '[{"after":{"fragments":[[',
    ']],"id":"',
    '","label":"verified_fact","layer_id":"',
    '","label":"opinion","layer_id":"',
    '","label":"attribution","layer_id":"',
    '","label":"claim","layer_id":"',
)
DICTIONARY = (_VALUES + "".join(f'"{key}":"' for key in _KEYS) + "".join(_NOUNS)).encode()
"""Followed by the id of the chain that the edits lie in."""
AFTER_CHAIN = b'","words":["'
