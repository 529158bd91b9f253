import Blobs
import Permits
import Primitives
import Storage

extension DocumentAudit {
    /// Places of files that no row knows. A row is there before its file, so that none is named that is just coming.
    func strangers() async throws -> [String] {
        var strangers: [String] = []
        var place = ""
        while true {
            let objects = try await blobs.objects(after: place, most: 500)
            guard let last = objects.last else { return strangers }
            place = last.place
            let unknown = try await gate.look { transaction in
                try objects.filter { object in try !(object.key.map { try Self.isKnown($0, in: transaction) } ?? false)
                }
            }
            for object in unknown where try await isThere(object) { strangers.append(object.place) }
        }
    }

    private static func isKnown(_ blob: BlobKey, in transaction: any Transaction) throws -> Bool {
        for statement: SQL in [
            "SELECT 1 FROM document WHERE blob = \(blob) LIMIT 1", "SELECT 1 FROM page WHERE image = \(blob) LIMIT 1",
            "SELECT 1 FROM page WHERE thumbnail = \(blob) LIMIT 1",
            "SELECT 1 FROM blob_abandoned WHERE blob = \(blob)",
        ] where try transaction.row(statement) != nil { return true }
        return false
    }

    /// Whether it has not been deleted meanwhile, with its row.
    private func isThere(_ object: StoredObject) async throws -> Bool {
        guard let key = object.key else { return true }
        if try await blobs.unfinishedLength(key) != nil { return true }
        do {
            _ = try await blobs.length(key)
            return true
        } catch BlobError.missing {
            return false
        }
    }
}
