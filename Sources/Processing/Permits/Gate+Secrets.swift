import Primitives
import Vault

extension Gate {
    /// A digest that only this house can make: codes, session tokens, tokens against forged forms.
    package func mac(_ purpose: String, over message: Bytes) -> Bytes {
        ring.mac(purpose: purpose, over: message)
    }
}
