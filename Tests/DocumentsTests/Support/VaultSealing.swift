import Blobs
import Documents
@testable import Permits
import Primitives
import Vault

extension SealingStream: IncomingSeal {}

extension ObjectSealing {
    /// The vault's sealing stream, as the programme wires it.
    static let vault = ObjectSealing(
        begin: { sealer, blob in DocumentSeal(sealer).begin(blob) },
        resume: { sealer, blob, store in
            let begun = try await SealingStream.resume(
                blob, in: store, key: sealer.key.key(for: .documents),
                associatedData: DocumentSeal.associatedData(blob: blob.bytes, sealer: sealer))
            return begun.map { ($0.stream, $0.plaintextOffset) }
        })
}
