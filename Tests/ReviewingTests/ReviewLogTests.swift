import Testing
@Suite struct ReviewLogTests {}
