import Policy
import Primitives
import Vault

extension Gate {
    /// A digest that only this house can make: codes, session tokens, tokens against forged forms.
    package func mac(_ purpose: String, over message: Bytes) -> Bytes {
        ring.mac(purpose: purpose, over: message)
    }

    /// The digests by which a value is found again without being kept, the newest version of the index key first.
    ///
    /// - Parameter value: normalised, as it is compared.
    package func indexed(_ field: FieldNumber, _ value: String) throws -> [(version: Int, digest: Bytes)] {
        try ring.index.digests(field: field.rawValue, value: value)
    }
}
