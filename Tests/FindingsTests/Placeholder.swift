import Testing

@Suite struct FindingsPlaceholder {}
