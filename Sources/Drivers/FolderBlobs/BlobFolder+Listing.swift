import Blobs
import Glibc

extension BlobFolder {
    /// Paths of files below the root, in their order, of one folder at a time in memory.
    ///
    /// A folder that goes meanwhile is passed over; a link is a file of its own.
    func places(after last: String, most: Int) throws(BlobError) -> [String] {
        var places: [String] = []
        try gather("", after: last, most: most, &places)
        return places
    }

    private func gather(_ parent: String, after last: String, most: Int, _ places: inout [String]) throws(BlobError) {
        for name in try entries(of: parent) where places.count < most {
            let place = parent + name
            if !name.hasSuffix("/") {
                if place > last { places.append(place) }
            } else if place > last || last.hasPrefix(place) {
                try gather(place, after: last, most: most, &places)
            }
        }
    }

    /// The names in a folder in their order; those of folders end in a slash.
    private func entries(of place: String) throws(BlobError) -> [String] {
        let path = "\(root)/\(place)"
        guard let stream = opendir(path) else {
            if errno == ENOENT { return [] }
            throw .of(errno, path)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            var status = stat()
            guard lstat(path + name, &status) == 0 else { continue }
            names.append(status.st_mode & S_IFMT == S_IFDIR ? name + "/" : name)
        }
        return names.sorted()
    }
}
