import Blobs
import NIOHTTP1
import Primitives

extension S3Blobs {
    package func remove(_ key: BlobKey) async throws {
        try await asBlobError {
            try await abortUploads(of: key)
            for part in try await all(below: S3Part.folder(of: key)) { try await delete(part.place) }
            try await delete(key.place)
            // A service may answer before it is true; whoever asked asks again then.
            guard try await finishedLength(key) == nil, try await all(below: S3Part.folder(of: key)).isEmpty else {
                throw BlobError.unavailable("\(key) is still there")
            }
        }
    }

    package func endLeftovers(before: Instant) async throws -> Int {
        try await asBlobError {
            var ended = 0
            for upload in try await uploads(below: "") where upload.begunAt.map({ $0 < before }) ?? false {
                try await abort(upload.id, at: upload.place)
                ended += 1
            }
            var finished: (key: BlobKey, is: Bool)?
            for part in try await all(below: S3Part.all) where part.changedAt.map({ $0 < before }) ?? false {
                guard let key = part.key else { continue }
                if finished?.key != key { finished = (key, try await finishedLength(key) != nil) }
                guard finished?.is == true else { continue }
                try await delete(part.place)
                ended += 1
            }
            return ended
        }
    }

    /// Deletes what lies at a place; in a bucket that keeps versions, all of them.
    func delete(_ place: String) async throws {
        do {
            let answer = try await client.send(S3Call(method: .DELETE, name: name(place)))
            let isVersioned =
                answer.header("x-amz-delete-marker") == "true" || answer.header("x-amz-version-id") != nil
            if isVersioned { try await deleteVersions(of: place) }
        } catch S3Fault.missing {
            return
        }
    }

    private func deleteVersions(of place: String) async throws {
        while true {
            let list = try await client.send(
                S3Call(query: [("versions", ""), ("prefix", name(place)), ("max-keys", "1000")])
            ).xml()
            let versions = (list.all("Version") + list.all("DeleteMarker")).filter { $0["Key"] == name(place) }
            guard !versions.isEmpty else { return }
            for version in versions {
                guard let id = version["VersionId"] else { throw S3Fault.nonsense }
                _ = try await client.send(S3Call(method: .DELETE, name: name(place), query: [("versionId", id)]))
            }
        }
    }

    /// Whether the bucket keeps what is deleted; nil when it does not tell.
    package func keepsVersions() async throws -> Bool? {
        do {
            let answer = try await client.send(S3Call(query: [("versioning", "")])).xml()
            return ["Enabled", "Suspended"].contains(answer["Status"])
        } catch S3Fault.refused(status: 403, code: _), S3Fault.notImplemented, S3Fault.nonsense {
            return nil
        } catch let fault as S3Fault {
            throw fault.asBlobError
        }
    }

    // MARK: Uploads of several parts

    func beginUpload(of key: BlobKey) async throws -> String {
        let answer = try await client.send(
            S3Call(
                method: .POST, name: name(key.place), query: [("uploads", "")],
                headers: [("content-type", "application/octet-stream")]))
        guard let upload = try answer.xml()["UploadId"], !upload.isEmpty else { throw S3Fault.nonsense }
        return upload
    }

    func abort(_ upload: String, of key: BlobKey) async throws { try await abort(upload, at: key.place) }

    private func abort(_ upload: String, at place: String) async throws {
        do {
            _ = try await client.send(S3Call(method: .DELETE, name: name(place), query: [("uploadId", upload)]))
        } catch S3Fault.missing {
            return
        }
    }

    /// Ends every upload of an object that did not come to its end.
    func abortUploads(of key: BlobKey) async throws {
        for upload in try await uploads(below: key.place) where upload.place == key.place {
            try await abort(upload.id, at: upload.place)
        }
    }

    /// Uploads that have neither ended nor been given up.
    package func unfinishedUploads() async throws -> Int {
        try await asBlobError { try await uploads(below: "").count }
    }

    private func uploads(below place: String) async throws -> [(place: String, id: String, begunAt: Instant?)] {
        var uploads: [(place: String, id: String, begunAt: Instant?)] = []
        var marker: [(name: String, value: String)] = []
        while true {
            let list = try await client.send(
                S3Call(query: [("uploads", ""), ("prefix", name(place)), ("max-uploads", "1000")] + marker)
            ).xml()
            guard list.name == "ListMultipartUploadsResult" else { throw S3Fault.nonsense }
            for node in list.all("Upload") {
                guard let name = node["Key"], name.hasPrefix(client.place.prefix), let id = node["UploadId"] else {
                    continue
                }
                uploads.append(
                    (
                        String(name.dropFirst(client.place.prefix.count)), id,
                        node["Initiated"].flatMap(Instant.init(s3:))
                    ))
            }
            guard list["IsTruncated"] == "true", let key = list["NextKeyMarker"] else { return uploads }
            marker = [("key-marker", key), ("upload-id-marker", list["NextUploadIdMarker"] ?? "")]
        }
    }
}
