import Primitives
import Synchronization

/// The uploads that requests of this process are writing now.
final class OpenReceivers: Sendable {
    private let open = Mutex<[DocumentID: Receiver]>([:])

    subscript(_ upload: DocumentID) -> Receiver? { open.withLock { $0[upload] } }

    /// - Returns: false when one is writing it already.
    func enter(_ receiver: Receiver) -> Bool {
        open.withLock { open in
            guard open[receiver.upload] == nil else { return false }
            open[receiver.upload] = receiver
            return true
        }
    }

    func leave(_ receiver: Receiver) {
        open.withLock { open in
            if open[receiver.upload] === receiver { open[receiver.upload] = nil }
        }
    }
}
