import Blobs
import Ledger
import Permits
import Storage
import Vault

/// What may be logged of a fault: of those errors whose text names tables, files and keys, never a value or a person.
@Sendable func faultDescription(_ error: any Error) -> String? {
    switch error {
    case let error as StorageError: "\(error)"
    case let error as BlobError: "\(error)"
    case let error as VaultError: "\(error)"
    case let error as LedgerError: "\(error)"
    case let error as CheckpointFileError: "\(error)"
    case let error as GateRefusal: error.reason.rawValue
    default: nil
    }
}
