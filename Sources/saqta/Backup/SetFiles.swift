import Backups

/// The files of a data set and of the key set that belongs to it.
struct SetFiles {
    let data: String
    let keys: String

    init(data: String, keys: String) { (self.data, self.keys) = (data, keys) }

    /// The newest of a folder.
    ///
    /// - Throws: ``BackupError/noSets(_:)``.
    init(newestIn folder: String) throws {
        let folder = BackupFolder(reading: folder)
        let names = try folder.names()
        guard let data = names.last(where: { $0.set == .data }),
            let keys = names.last(where: { $0.set == .keys && $0.instance == data.instance })
        else { throw BackupError.noSets(folder.path) }
        self.init(data: folder.file(data), keys: folder.file(keys))
    }
}
