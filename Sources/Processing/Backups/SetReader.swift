import Crypto
import Foundation
import Ledger
import Primitives

/// Reads a set and believes nothing of it before its seal: each member is compared with the list, the list with the seal.
package struct SetReader {
    package let manifest: BackupManifest
    /// The name of the key that claims to have signed it.
    package let signer: String
    /// The member that is being read.
    package private(set) var current: String?

    /// The member before it.
    private var previous: String?
    private var tar: TarReader
    private var list = MemberList()
    private var hash = SHA256()
    private let note: SignedNote
    private var key: VerifierKey?

    /// A manifest or seal may be so long, in octets.
    private static let longestNote = 16_384

    /// Reads the manifest. - Throws: ``BackupFault``; what `pull` throws.
    package init(_ set: BackupSet, _ pull: @escaping (Int) throws -> Bytes) throws {
        tar = TarReader(pull)
        current = nil
        do {
            guard let first = try tar.next(), first.length <= Self.longestNote,
                BackupSet.allCases.contains(where: { $0.manifest == first.name })
            else { throw BackupFault(set, .notABackup) }
            var content = Bytes()
            while content.count < first.length { content += try tar.content(most: Self.longestNote) }
            guard let note = try? SignedNote(parsing: String(decoding: content, as: UTF8.self)),
                let manifest = BackupManifest(text: note.text), let signer = note.signatures.first?.name
            else { throw BackupFault(set, member: first.name, .notABackup) }
            guard manifest.set == set, first.name == set.manifest else {
                throw BackupFault(set, member: first.name, .otherSet)
            }
            (self.note, self.manifest, self.signer) = (note, manifest, signer)
            list.add(first.name, digest: Bytes(SHA256.hash(data: content)))
        } catch is TarReader.Fault {
            throw BackupFault(set, .notABackup)
        }
    }

    /// Whose signature the set must carry; its manifest is held against it at once.
    package mutating func trust(_ key: VerifierKey) throws {
        guard (try? key.verify(note)) != nil else { throw fault(.signature, manifest.set.manifest) }
        self.key = key
    }

    /// The next member; nil when all were read and the set is what was written.
    ///
    /// - Throws: ``BackupFault`` that names the member; what `pull` throws.
    package mutating func next() throws -> (name: String, length: Int)? {
        if current != nil { while !(try read(most: 65_536)).isEmpty {} }
        do {
            guard let header = try tar.next() else { throw fault(.members, manifest.set.seal) }
            guard header.name != manifest.set.list else {
                try end(header)
                return nil
            }
            current = header.name
            return (header.name, header.length)
        } catch is TarReader.Fault {
            var fault = fault(.notABackup)
            fault.place = previous.map { "after member \($0)" }
            throw fault
        }
    }

    /// More of the member; nothing at its end.
    package mutating func read(most: Int) throws -> Bytes {
        guard let name = current else { return [] }
        do {
            let content = try tar.content(most: most)
            hash.update(data: content)
            if content.isEmpty {
                list.add(name, digest: Bytes(hash.finalize()))
                (hash, current, previous) = (SHA256(), nil, name)
            }
            return content
        } catch is TarReader.Fault {
            throw fault(.notABackup)
        }
    }

    /// Reads list, seal and the end of the stream.
    private mutating func end(_ header: TarHeader) throws {
        current = header.name
        // What is so much longer names members that are not here.
        let written = try content(header, most: 2 * list.octets.count + Self.longestNote)
        current = manifest.set.seal
        guard let last = try tar.next(), last.name == manifest.set.seal else { throw fault(.members) }
        let seal = try content(last, most: Self.longestNote)
        guard let key, let note = try? SignedNote(parsing: String(decoding: seal, as: UTF8.self)),
            let sealed = try? key.verify(note)
        else { throw fault(.signature) }
        // A genuine list tells which member was changed; one that was changed itself tells nothing.
        guard sealed == BackupSeal(manifest, list: written).text else { throw fault(.changed, manifest.set.list) }
        if let (member, reason) = list.difference(from: written) { throw fault(reason, member) }
        guard try tar.next() == nil else { throw fault(.members) }
        current = nil
    }

    private mutating func content(_ header: TarHeader, most: Int) throws -> Bytes {
        guard header.length <= most else { throw fault(.changed) }
        var content = Bytes()
        while content.count < header.length { content += try tar.content(most: 131_072) }
        return content
    }

    private func fault(_ reason: BackupFault.Reason, _ member: String? = nil) -> BackupFault {
        BackupFault(manifest.set, member: member ?? current, reason)
    }
}
