import Notifying
import TestSupport
import Testing

@Suite struct Y {
}
