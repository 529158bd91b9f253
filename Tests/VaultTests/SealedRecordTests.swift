import Crypto
import Primitives
import Testing

@testable import Vault

@Suite("Sealed record")
struct SealedRecordTests {
    private let key = Sample.key()
    private let instance = Sample.instance()

    private func record() throws -> SealedRecord {
        try SealedRecord.empty.setting(
            [(2, 1, Bytes("Серікова".utf8)), (1, 1, Bytes("Ару".utf8)), (7, 3, Bytes("aru@example.kz".utf8))],
            key: key, instance: instance)
    }

    @Test("which fields it holds, and under which edition, is read without a key")
    func header() throws {
        let parsed = try SealedRecord(parsing: try record().bytes)
        #expect(parsed.fields.map(\.field) == [1, 2, 7])
        #expect(parsed.edition(of: 7) == 3)
        #expect(parsed.edition(of: 8) == nil)
        #expect(try SealedRecord(parsing: SealedRecord.empty.bytes) == .empty)
        #expect(parsed.digest == Bytes(SHA256.hash(data: parsed.bytes)))
    }

    @Test("it opens exactly the fields that are named")
    func opens() throws {
        let values = try SealedRecord(parsing: try record().bytes).open([7, 1], key: key, instance: instance)
        #expect(values == [7: Bytes("aru@example.kz".utf8), 1: Bytes("Ару".utf8)])
        #expect(throws: VaultError.notHeld(field: 8)) { try record().open([8], key: key, instance: instance) }
    }

    @Test("a changed field leaves the others as they were sealed")
    func changes() throws {
        let record = try record()
        let changed = try record.setting([(1, 4, Bytes("Айгүл".utf8))], key: key, instance: instance)
        #expect(changed.sealed(2) == record.sealed(2))
        #expect(changed.edition(of: 1) == 4)
        #expect(try changed.open([1], key: key, instance: instance) == [1: Bytes("Айгүл".utf8)])
        let removed = changed.removing([2, 9])
        #expect(removed.fields.map(\.field) == [1, 7])
        #expect(try SealedRecord(parsing: removed.bytes) == removed)
    }

    @Test("it does not open for another person, instance or compartment")
    func swappedPerson() throws {
        let record = try record()
        #expect(throws: VaultError.doesNotOpen) { try record.open([1], key: Sample.key(2), instance: instance) }
        #expect(throws: VaultError.doesNotOpen) { try record.open([1], key: key, instance: Sample.instance(2)) }
        let sameSecret = SubjectKey(subject: Sample.subject(2), secret: Sample.secret())
        #expect(throws: VaultError.doesNotOpen) { try record.open([1], key: sameSecret, instance: instance) }
        let sealed = try #require(record.sealed(1))
        #expect(throws: VaultError.doesNotOpen) {
            try SealedValue.open([1] + sealed, label: "", key: key, compartment: .record, instance: instance)
        }
    }

    @Test("a value that was moved to another field or edition does not open")
    func swappedPlace() throws {
        let record = try record()
        let sealed = try #require(record.sealed(1))
        let moved = SealedRecord([(.init(field: 2, edition: 1), sealed)])
        #expect(throws: VaultError.doesNotOpen) { try moved.open([2], key: key, instance: instance) }
        let aged = SealedRecord([(.init(field: 1, edition: 2), sealed)])
        #expect(throws: VaultError.doesNotOpen) { try aged.open([1], key: key, instance: instance) }
        let back = SealedRecord([(.init(field: 1, edition: 1), sealed)])
        #expect(try back.open([1], key: key, instance: instance) == [1: Bytes("Ару".utf8)])
    }

    @Test("no changed bit goes unnoticed")
    func flipped() throws {
        let record = try record()
        for index in record.bytes.indices {
            for bit in 0..<8 {
                var bytes = record.bytes
                bytes[index] ^= 1 << bit
                #expect(throws: VaultError.self, "octet \(index), bit \(bit)") {
                    try SealedRecord(parsing: bytes).open([1, 2, 7], key: key, instance: instance)
                }
            }
        }
    }

    @Test("a blob that was cut or lengthened is refused")
    func cut() throws {
        let bytes = try record().bytes
        for count in bytes.indices {
            #expect(throws: VaultError.self) { try SealedRecord(parsing: Bytes(bytes[..<count])) }
        }
        #expect(throws: VaultError.self) { try SealedRecord(parsing: bytes + [0]) }
    }

    @Test("numbers and values outside their ranges are refused")
    func limits() throws {
        let longest = Bytes(repeating: 1, count: SealedRecord.longestValue)
        let record = try SealedRecord.empty.setting([(65_535, 4_294_967_295, longest)], key: key, instance: instance)
        #expect(try SealedRecord(parsing: record.bytes).open([65_535], key: key, instance: instance)[65_535] == longest)
        #expect(throws: VaultError.tooLong) {
            try SealedRecord.empty.setting([(1, 1, longest + [1])], key: key, instance: instance)
        }
        for (field, edition) in [(0, 1), (65_536, 1), (1, -1), (1, 4_294_967_296)] {
            #expect(throws: VaultError.self) {
                try SealedRecord.empty.setting([(field, edition, [])], key: key, instance: instance)
            }
        }
        #expect(throws: VaultError.self) {
            try SealedRecord.empty.setting([(1, 1, []), (1, 2, [])], key: key, instance: instance)
        }
    }
}
