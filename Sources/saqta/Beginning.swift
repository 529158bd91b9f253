import Foundation

/// What tells the first start ever from a start after the disk was lost, when nothing but the settings is there.
///
/// A server for real persons begins only with leave: a file beside the data folder, `data.begin`, or `begin` in that folder
/// where nothing may be written beside it. `saqta init` gives it with the first answers, `saqta begin` whenever somebody asks
/// for it, and the first start uses it up. So it is lost with the data, and nothing begins anew by itself. A trial, which
/// has no region or no address, needs none.
struct Beginning {
    private let data: String
    private let keys: String
    private let isTrial: Bool

    init(_ settings: Settings) {
        self.init(data: settings.data, keys: settings.keys, isTrial: settings.region == nil || settings.address == nil)
    }

    init(data: String, keys: String, isTrial: Bool = false) {
        self.data = data
        self.keys = keys
        self.isTrial = isTrial
    }

    /// Refuses a start that would make keys or rows for a house that has lost them; to be asked before anything is made.
    ///
    /// - Parameter hasRows: whether the database holds a house.
    /// - Throws: ``BeginningRefusal``.
    func check(hasRows: Bool) throws(BeginningRefusal) {
        if hasRows && hasKeys || isTrial || isLeft { return }
        throw hasRows ? .keysGone(keys) : hasKeys ? .dataGone(data, keys: keys) : .nothingThere(data, keys: keys)
    }

    /// Lets the next start begin.
    func leave() throws {
        let isWritten = places.contains { path in
            FileManager.default.createFile(atPath: path, contents: Data(), attributes: [.posixPermissions: 0o600])
        }
        guard isWritten else { throw BackupError.failed(to: "write", places[0]) }
    }

    /// Nobody may begin once somebody has.
    func use() throws {
        for path in places where unlink(path) != 0 && errno != ENOENT && errno != ENOTDIR {
            throw BackupError.failed(to: "remove", path)
        }
    }

    var isLeft: Bool { places.contains { FileManager.default.fileExists(atPath: $0) } }

    /// Rows in a file among the data; those of PostgreSQL lie elsewhere.
    var hasFile: Bool { FileManager.default.fileExists(atPath: "\(data)/saqta.sqlite") }

    /// Keys, and not only what may lie beside them before there are any.
    var hasKeys: Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: keys)) ?? []
        return names.contains { !["lock", "backup.recipient"].contains($0) }
    }

    private var places: [String] { ["\(data).begin", "\(data)/begin"] }
}

/// Why a server does not begin anew.
enum BeginningRefusal: Error, CustomStringConvertible {
    case nothingThere(String, keys: String)
    case dataGone(String, keys: String)
    case keysGone(String)

    /// That of a fault in the settings (`sysexits.h`): trying again gives the same.
    static let status: Int32 = 78

    var description: String {
        switch self {
        case .nothingThere(let data, let keys):
            """
            There is nothing in \(data) and no key in \(keys), and the settings are those of a real site; nothing was started. \
            If a server has worked here before, put back its backup: saqta restore, guide backup.md. If none ever has: \
            saqta begin, and start again.
            """
        case .dataGone(let data, let keys):
            """
            There are keys in \(keys), and the data in \(data) are gone; nothing was started. Put back the backup: move the \
            keys aside, then saqta restore, guide backup.md.
            """
        case .keysGone(let keys):
            """
            The data are there, and the keys in \(keys) are gone: without them nothing can be read; nothing was started. \
            Put back the copy of the keys, or the whole backup: saqta restore, guide backup.md.
            """
        }
    }
}
