import Primitives

/// Choices that are the same in each run with the same seed (SplitMix64): what property tests throw.
package struct Dice: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 { SeededRandomness.next(&state) }

    package mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    package mutating func pick<Thing>(_ things: [Thing]) -> Thing { things[roll(0...things.count - 1)] }

    package mutating func octets(_ lengths: ClosedRange<Int>) -> Bytes {
        (0..<roll(lengths)).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    /// A text of characters and runs of `pieces`.
    package mutating func text(of pieces: [String], _ lengths: ClosedRange<Int>) -> String {
        (0..<roll(lengths)).map { _ in pick(pieces) }.joined()
    }

    /// The octets after one to four small accidents: a bit, an octet, a run changed, lost, doubled or moved.
    package mutating func mutated(_ octets: Bytes) -> Bytes {
        var octets = octets
        for _ in 0..<roll(1...4) {
            guard !octets.isEmpty else { return self.octets(0...8) }
            let place = roll(0...octets.count - 1)
            let run = place..<min(octets.count, place + roll(1...8))
            switch roll(0...6) {
            case 0: octets[place] ^= UInt8(1 << roll(0...7))
            case 1: octets[place] = UInt8(truncatingIfNeeded: next())
            case 2: octets.removeSubrange(run)
            case 3: octets.insert(contentsOf: octets[run], at: place)
            case 4: octets.insert(contentsOf: self.octets(1...4), at: place)
            case 5: octets.swapAt(place, roll(0...octets.count - 1))
            default: octets.removeLast(octets.count - place)
            }
        }
        return octets
    }
}
