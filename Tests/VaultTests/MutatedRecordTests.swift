import Primitives
import TestKit
import Testing

@testable import Vault

@Suite("A sealed record, by chance")
struct MutatedRecordTests {
    private let key = Sample.key()
    private let instance = Sample.instance()

    private func values(_ dice: inout Dice) -> [Int: (edition: Int, value: Bytes)] {
        let fields = (0..<dice.roll(0...5)).map { _ in dice.pick([1, 2, 7, 255, 256, 65_535, dice.roll(1...65_535)]) }
        return Dictionary(
            fields.map { ($0, (dice.pick([0, 1, 65_536, Int(UInt32.max)]), dice.octets(0...40))) }
        ) { first, _ in first }
    }

    @Test("gives back what was sealed into it, in any order and after any changes, 2,000 times")
    func roundTrip() throws {
        for seed: UInt64 in 0..<2_000 {
            var dice = Dice(seed: seed)
            var held: [Int: (edition: Int, value: Bytes)] = [:]
            var record = SealedRecord.empty
            for _ in 0..<dice.roll(1...3) {
                let added = values(&dice)
                record = try record.setting(
                    added.map { ($0, $1.edition, $1.value) }, key: key, instance: instance,
                    randomness: SeededRandomness(seed: seed).source)
                held.merge(added) { _, new in new }
                guard let gone = held.keys.min(), dice.roll(0...2) == 0 else { continue }
                record = record.removing([gone])
                held[gone] = nil
            }
            let parsed = try SealedRecord(parsing: record.bytes)
            let opened = try parsed.open(parsed.fields.map(\.field), key: key, instance: instance)
            let isSame =
                parsed == record && opened == held.mapValues(\.value)
                && parsed.fields.map(\.field) == held.keys.sorted()
                && held.allSatisfy { parsed.edition(of: $0) == $1.edition }
            if !isSame { Issue.record("seed \(seed)") }
        }
    }

    @Test("that was changed is refused, or opens the fields that were not, 10,000 times")
    func mutated() throws {
        let values: [(field: Int, edition: Int, value: Bytes)] = [
            (1, 1, [1, 2, 3]), (2, 1, []), (300, 70_000, Bytes(repeating: 7, count: 30)),
        ]
        let record = try SealedRecord.empty.setting(values, key: key, instance: instance)
        for seed: UInt64 in 0..<10_000 {
            var dice = Dice(seed: seed)
            guard let read = try? SealedRecord(parsing: dice.mutated(record.bytes)) else { continue }
            for field in read.fields {
                guard let opened = try? read.open([field.field], key: key, instance: instance) else { continue }
                let isTrue = values.contains {
                    $0.field == field.field && $0.edition == field.edition && $0.value == opened[field.field]
                }
                if !isTrue { Issue.record("seed \(seed): field \(field.field)") }
            }
        }
    }
}
