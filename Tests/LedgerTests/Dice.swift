import Primitives
import TestKit

/// Choices that are the same in each run with the same seed.
struct Dice: RandomNumberGenerator {
    private let source: SeededRandomness

    init(seed: UInt64) { source = SeededRandomness(seed: seed) }

    mutating func next() -> UInt64 { source.bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
