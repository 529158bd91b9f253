import Age
import Backups
import Blobs
import Foundation
import Ledger
import Policy
import Primitives
import Storage
import Vault

/// Reads both sets, keys first, and writes them into a folder, or nowhere to see whether they are whole.
struct Restore {
    let keys: SealedSet
    let data: SealedSet
    /// nil when nothing is to be written.
    let folder: RestoreFolder?
    /// Whose ledger it must be, when the operator says so.
    let key: VerifierKey?
    let mayKeysBeOlder: Bool

    /// What the sets say about what came after the rows.
    struct Told: Sendable {
        var verifier: VerifierKey
        var erased: [SubjectID] = []
        var found = DataSet.Found()
    }

    /// Key files, lists and other small members may be so long, in octets.
    private static let small = 64 << 20

    /// - Throws: ``RefusedBackup``, with the place.
    func read() throws -> Told {
        var told = try readKeys()
        let manifest = data.manifest
        guard manifest.instance == keys.manifest.instance else { throw data.refusal(.otherInstallation) }
        try data.trust(told.verifier)
        guard mayKeysBeOlder || keys.manifest.made >= manifest.made else { throw keys.refusal(.keysOlder) }
        try refuseNewer(data, than: Schema.migrations.map(\.number).max() ?? "")
        try refuseNewer(keys, than: SubjectKeys.migrations.map(\.number).max() ?? "")
        try readData(&told)
        return told
    }

    private func readKeys() throws -> Told {
        var (root, ring, told) = (Bytes?.none, Bytes?.none, Told?.none)
        var erased: [SubjectID] = []
        while let member = try keys.next() {
            switch member.name {
            case KeySet.root:
                root = try keys.content(most: Self.small)
                try write(root ?? [], to: member.name)
            case KeySet.ring:
                ring = try keys.content(most: Self.small)
                try write(ring ?? [], to: member.name)
            case KeySet.recipient: try write(try keys.content(most: Self.small), to: member.name)
            case KeySet.database: try copy(keys, to: member.name)
            case BackupSet.erasures:
                erased = String(decoding: try keys.content(most: Self.small), as: UTF8.self).split(separator: "\n")
                    .compactMap { SubjectID(String($0)) }
            default: throw keys.refusal(.unknown, member: member.name)
            }
            if told == nil, let root, let ring { told = Told(verifier: try verifier(root: root, ring: ring)) }
        }
        guard var told else { throw keys.refusal(.members, member: KeySet.ring) }
        told.erased = erased
        return told
    }

    /// The ledger's key, out of the keys themselves; from then on the key set must be signed with it.
    private func verifier(root: Bytes, ring: Bytes) throws -> VerifierKey {
        let opened: (instance: Identifier<KeyRing>, ledgerSeed: Bytes)
        do {
            opened = try KeyFiles(root: root, ring: ring).opened()
        } catch {
            throw keys.refusal(.keys("\(error)"), member: KeySet.ring)
        }
        guard opened.instance.description == keys.manifest.instance else {
            throw keys.refusal(.otherInstallation, member: KeySet.ring)
        }
        guard let signer = try? CheckpointSigner(origin: keys.signer, seed: opened.ledgerSeed) else {
            throw keys.refusal(.signature, member: BackupSet.keys.manifest)
        }
        if let key, key.text != signer.verifier.text { throw keys.refusal(.otherKey(signer.verifier.text)) }
        try keys.trust(signer.verifier)
        return signer.verifier
    }

    private func readData(_ told: inout Told) throws {
        let bar = ProgressBar("files")
        var done = 0
        while let member = try data.next() {
            switch member.name {
            case DataSet.database, DataSet.checkpoint: try copy(data, to: member.name)
            case BackupSet.gone:
                told.found = DataSet.Found(
                    text: String(decoding: try data.content(most: Self.small), as: UTF8.self))
            case let name where name.hasPrefix(DataSet.policies): try copy(data, to: name)
            case let name where name.hasPrefix(DataSet.documents):
                guard let key = name.split(separator: "/").last.flatMap({ BlobKey(String($0)) }),
                    name == DataSet.documents + key.place
                else { throw data.refusal(.unknown, member: name) }
                try copy(data, to: name)
                done += 1
                bar.show(done, of: data.manifest["objects"])
            default: throw data.refusal(.unknown, member: member.name)
            }
        }
        bar.end()
        // Of these there may be a part, filled up with zeros.
        for key in told.found.gone + told.found.lost {
            try folder?.remove(DataSet.documents + key.place)
        }
    }

    private func copy(_ set: SealedSet, to place: String) throws {
        let file = try folder?.file(place)
        while true {
            let piece = try set.read()
            guard !piece.isEmpty else { break }
            try file?.write(piece)
        }
        try file?.finish()
    }

    private func write(_ content: Bytes, to place: String) throws {
        guard let file = try folder?.file(place) else { return }
        try file.write(content)
        try file.finish()
    }

    private func refuseNewer(_ set: SealedSet, than known: String) throws {
        guard set.manifest.schema <= known else { throw set.refusal(.newer(set.manifest.schema)) }
    }
}
