/// The answer of a statement that may have gone to the engine with others.
package final class Asked {
    private var answer: [Row]?
    private let fetch: () throws(StorageError) -> Void

    /// One that is there already.
    package init(_ rows: [Row]) {
        answer = rows
        fetch = { () throws(StorageError) in }
    }

    /// - Parameter fetch: sends what waits and has ``put(_:)`` called.
    package init(fetching fetch: @escaping () throws(StorageError) -> Void) { self.fetch = fetch }

    package func put(_ rows: [Row]) { answer = rows }

    /// The rows; awaited now unless they are there.
    /// - Throws: what went wrong with the statement, or with one before it that was still on its way.
    package func rows() throws(StorageError) -> [Row] {
        if answer == nil { try fetch() }
        guard let answer else { throw .unexpected("a statement was not answered") }
        return answer
    }

    /// The only row, or nil when there is none.
    /// - Throws: ``StorageError/unexpected(_:)`` when there are several.
    package func row() throws(StorageError) -> Row? { try rows().only }
}

extension [Row] {
    /// - Throws: ``StorageError/unexpected(_:)`` when there are several.
    var only: Row? {
        get throws(StorageError) {
            guard count <= 1 else { throw .unexpected("\(count) rows where one was asked for") }
            return first
        }
    }
}
