import Crypto
import Primitives
import Testing

@testable import Vault

@Suite("Sealed value")
struct SealedValueTests {
    private let key = Sample.key()
    private let instance = Sample.instance()
    private let value = Bytes("a text that was shown".utf8)

    private func sealed() throws -> Bytes {
        try SealedValue.seal(value, label: "consent 1", key: key, compartment: .record, instance: instance)
    }

    @Test("it opens for the same person, compartment, label and instance only")
    func swapped() throws {
        let sealed = try sealed()
        func open(
            _ label: String = "consent 1", _ key: SubjectKey? = nil, _ compartment: Compartment = .record,
            _ instance: Identifier<KeyRing>? = nil
        ) throws -> Bytes {
            try SealedValue.open(
                sealed, label: label, key: key ?? self.key, compartment: compartment,
                instance: instance ?? self.instance)
        }
        #expect(try open() == value)
        #expect(throws: VaultError.doesNotOpen) { try open("consent 2") }
        #expect(throws: VaultError.doesNotOpen) { try open("consent 1", Sample.key(2)) }
        #expect(throws: VaultError.doesNotOpen) { try open("consent 1", nil, .messages) }
        #expect(throws: VaultError.doesNotOpen) { try open("consent 1", nil, .record, Sample.instance(2)) }
    }

    @Test("no changed bit and no cut goes unnoticed")
    func changed() throws {
        let sealed = try sealed()
        for index in sealed.indices {
            for bit in 0..<8 {
                var bytes = sealed
                bytes[index] ^= 1 << bit
                #expect(throws: VaultError.self) { try open(bytes) }
            }
            #expect(throws: VaultError.self) { try open(Bytes(sealed[..<index])) }
        }
        #expect(throws: VaultError.doesNotOpen) { try open(sealed + [0]) }
    }

    @Test("100,000 seals use 100,000 nonces")
    func nonces() throws {
        var nonces: Set<Bytes> = []
        for _ in 0..<100_000 {
            let sealed = try AEAD.seal([], key: key.key(for: .record), authenticating: [], randomness: .system)
            nonces.insert(Bytes(sealed.prefix(AEAD.nonceLength)))
        }
        #expect(nonces.count == 100_000)
        let (one, two) = (try sealed(), try sealed())
        #expect(one[1..<13] != two[1..<13])
    }

    @Test("keys do not show when they are printed")
    func printed() {
        let secret = key.key(for: .record).withUnsafeBytes { Bytes($0) }
        var text = ""
        dump(key, to: &text)
        for shown in [text, "\(key)", String(reflecting: key)] {
            #expect(!shown.contains(secret.hex) && !shown.contains("SymmetricKey"))
        }
    }

    private func open(_ bytes: Bytes) throws -> Bytes {
        try SealedValue.open(bytes, label: "consent 1", key: key, compartment: .record, instance: instance)
    }
}
