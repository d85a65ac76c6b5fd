import Testing

@Suite struct ChecklistsPlaceholder {}
