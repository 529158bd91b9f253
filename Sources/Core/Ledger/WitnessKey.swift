import Primitives

/// A public key of a witness, which signs a checkpoint together with the time at which it saw it (C2SP `tlog-cosignature`).
package struct WitnessKey: Sendable {
    private let key: NoteKey

    package var name: String { key.name }
    /// The key ID: four octets.
    package var hash: Bytes { key.hash }

    /// Reads `name+hash+base64(4 ‖ key)`. - Throws: ``LedgerError/malformed``.
    package init(_ text: String) throws { key = try NoteKey(text, .cosignature) }

    /// Whether a note has a signature that claims to be of this key.
    package func claims(_ note: SignedNote) -> Bool { !key.own(note).isEmpty }

    /// When the witness signed a note, to the second; the last time, when it did so more than once.
    ///
    /// - Throws: ``LedgerError/badSignature`` when there is no signature of it, or one that does not fit.
    package func time(on note: SignedNote) throws -> Instant {
        let times = try key.own(note).map { signature in
            let seconds = signature.octets.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            // An instant counts microseconds in 63 bits.
            guard signature.octets.count == 72, seconds <= UInt64(Int64.max / 1_000_000),
                key.isValid(
                    Bytes(signature.octets.dropFirst(8)),
                    for: Bytes("cosignature/v1\ntime \(seconds)\n\(note.text)".utf8))
            else { throw LedgerError.badSignature }
            return Instant(seconds: Int64(seconds))
        }
        guard let last = times.max() else { throw LedgerError.badSignature }
        return last
    }
}

extension SignedNote {
    /// The note with a signature more, as a witness gives it.
    package func adding(_ signature: Signature) -> SignedNote {
        SignedNote(text: text, signatures: signatures + [signature])
    }
}

extension TlogProof {
    /// Checks that `entry` is in the log that `key` signs for, and that enough witnesses saw the checkpoint.
    ///
    /// - Parameters:
    ///   - key: the log's verifier key; it comes from the verifier and never from the file.
    ///   - witnesses: verifier keys of witnesses; those that have not signed are passed over.
    ///   - quorum: how many of them must have signed.
    /// - Returns: the checkpoint that it was proven against.
    /// - Throws: ``LedgerError/badSignature``, also when a witness's signature does not fit; else as
    ///   ``verify(entry:key:)``.
    @discardableResult
    package func verify(entry: Bytes, key: String, witnesses: [String], quorum: Int) throws -> Checkpoint {
        let proven = try verify(entry: entry, key: key)
        var seen: Set<String> = []
        for text in Set(witnesses) {
            let witness = try WitnessKey(text)
            guard witness.claims(checkpoint) else { continue }
            _ = try witness.time(on: checkpoint)
            seen.insert(text)
        }
        guard seen.count >= quorum else { throw LedgerError.badSignature }
        return proven
    }
}
