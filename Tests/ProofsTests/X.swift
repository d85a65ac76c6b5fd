import Proofs
import TestSupport
import Testing

@Suite struct X {
}
