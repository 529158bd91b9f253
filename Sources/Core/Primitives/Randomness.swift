/// The source of all random octets, passed in so that a test can repeat a run.
package struct Randomness: Sendable {
    private let fill: @Sendable (Int) -> Bytes

    package init(_ fill: @escaping @Sendable (Int) -> Bytes) {
        self.fill = fill
    }

    /// `count` fresh octets.
    package func bytes(_ count: Int) -> Bytes { fill(count) }

    /// The operating system's generator.
    package static let system = Randomness { count in
        var generator = SystemRandomNumberGenerator()
        var bytes = Bytes()
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
        }
        return Bytes(bytes.prefix(count))
    }
}
