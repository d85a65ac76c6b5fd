import Testing

@Suite struct ServingPlaceholder {}
