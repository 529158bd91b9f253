import Documents
import Permits
import Vault

extension SealingStream: IncomingSeal {}

extension ObjectSealing {
    /// The vault's sealing stream, as the programme wires it.
    static let vault = ObjectSealing(
        begin: { sealer, blob in DocumentSeal(sealer).begin(blob) },
        resume: { sealer, blob, store in
            try await DocumentSeal(sealer).resume(blob, in: store).map { ($0.stream, $0.plaintextOffset) }
        })
}
