import Foundation
import KeyService
import Primitives
import Serving
import Vault

/// The root key's place, as settings choose it, and the service that wraps it, where one does.
struct RootKeeping: Sendable {
    let root: RootKey
    let transit: Transit?

    /// - Throws: ``SettingProblem``.
    init(_ settings: Settings) throws {
        guard let service = settings.rootKey.service else {
            (root, transit) = (Self.file(settings), nil)
            return
        }
        do throws(TransitProblem) {
            let transit = try Self.transit(service)
            (root, self.transit) = (.service(Self.wrapping(by: transit, service)), transit)
        } catch {
            throw SettingProblem("The key service \(error).")
        }
    }

    /// The place that holds it in a file.
    static func file(_ settings: Settings) -> RootKey { settings.rootKey.file.map { .file($0) } ?? .folder }

    static func transit(_ service: Settings.RootPlace.Service) throws(TransitProblem) -> Transit {
        try Transit(
            service.key,
            token: { () throws(TransitProblem) in
                do throws(SecretFile.Problem) {
                    let text = String(decoding: try SecretFile.read(service.tokenFile), as: UTF8.self)
                    return text.trimmingCharacters(in: .whitespacesAndNewlines)
                } catch {
                    throw .token("\(error)")
                }
            }, authority: service.caFile)
    }

    private static func wrapping(by transit: Transit, _ service: Settings.RootPlace.Service) -> RootWrapping {
        RootWrapping(name: "\(service.key)", mayBeAway: service.mayBeAway) { octets, context throws(VaultError) in
            do throws(TransitProblem) {
                return try transit.wrap(octets, context: context)
            } catch {
                throw .keyService("\(service.key) \(error)")
            }
        } unwrap: { wrapped, context throws(VaultError) in
            do throws(TransitProblem) {
                return try transit.unwrap(wrapped, context: context)
            } catch {
                throw .keyService("\(service.key) \(error)")
            }
        }
    }

    /// Wraps and unwraps something, for an examination.
    ///
    /// - Returns: what is wrong; nil when all is well.
    static func fault(of service: Settings.RootPlace.Service) -> String? {
        do throws(TransitProblem) {
            let (transit, octets) = (try transit(service), Bytes("saqta doctor".utf8))
            let opened = try transit.unwrap(try transit.wrap(octets, context: octets), context: octets)
            return opened == octets ? nil : "\(TransitProblem.doesNotOpen)"
        } catch {
            return "\(error)"
        }
    }
}
