import Glibc

/// Entry of a resolver thread; the context is a retained `NameResolver`.
func resolverThreadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<NameResolver>.fromOpaque(context).takeRetainedValue().work()
    return nil
}
