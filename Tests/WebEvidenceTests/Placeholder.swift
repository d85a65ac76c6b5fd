import Testing

@Suite struct WebEvidencePlaceholder {}
