/// Why age did not do its work.
package enum AgeError: Error, Hashable, Sendable {
    /// The programme of this name cannot be started.
    case notStarted(String)
    /// The key opens none of the header's recipients: another key, or a header that was changed.
    case noMatch
    /// It ended with an error, of which it said this.
    case refused(String)
    /// What it should read or write cannot be.
    case files(String)
}

extension AgeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notStarted(let name): "\(name) cannot be started: install Debian's package age"
        case .noMatch: "the recovery key does not open it: it is another key, or the header was changed"
        case .refused(let said): said
        case .files(let what): what
        }
    }
}
