import Primitives
import Synchronization

/// Octets that look random and are the same in each run with the same seed (SplitMix64).
package final class SeededRandomness: Sendable {
    private let state: Mutex<UInt64>

    package init(seed: UInt64) { state = Mutex(seed) }

    /// What is passed to the code under test.
    package var source: Randomness { Randomness { self.bytes($0) } }

    /// `count` octets.
    package func bytes(_ count: Int) -> Bytes {
        state.withLock { state in
            var bytes: Bytes = []
            while bytes.count < count {
                withUnsafeBytes(of: Self.next(&state).littleEndian) { bytes.append(contentsOf: $0) }
            }
            return Bytes(bytes.prefix(count))
        }
    }

    static func next(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
