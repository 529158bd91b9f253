import Backups
import Crypto
import Foundation
import Permits
import Primitives

extension House {
    /// Tells the database, and with it every other server, of the copies of the key ring that backups made here.
    func noteKeyCopies() async throws {
        guard let file = FileManager.default.contents(atPath: "\(settings.data)/backups.json") else { return }
        for (folder, oldest) in try BackupRecords(file: Bytes(file)).keyCopies ?? [:] {
            let place = Bytes(SHA256.hash(data: Data("\(settings.data)\n\(folder)".utf8)))
            try await gate.noteKeyCopies(in: place, oldest: oldest)
        }
    }
}
