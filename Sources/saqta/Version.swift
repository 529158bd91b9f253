/// The version of the programme, as backups name it.
enum Version {
    static let current = "0.1.0"
}
