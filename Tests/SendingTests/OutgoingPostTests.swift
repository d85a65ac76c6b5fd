import Sending
import TestSupport
import Testing

@Suite struct OutgoingPostTests {
}
