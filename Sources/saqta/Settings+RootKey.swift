import Configuration
import KeyService
import Primitives

extension Settings {
    /// Where the root key lies.
    ///
    /// - `root_key_file` (string): a file elsewhere than in the folder of keys, such as a systemd credential.
    /// - `key_service` (string): `https://HOST/v1/transit/keys/NAME`, a key of OpenBao or Vault that wraps it.
    /// - `key_service_token_file`, `key_service_ca_file` (files): the token; who is trusted.
    /// - `key_service_away_seconds` (int, default 3600): how long what is open goes on while the service does not answer.
    struct RootPlace: Sendable {
        let file: String?
        var service: Service?

        struct Service: Sendable {
            let key: TransitKey
            let tokenFile: String
            let caFile: String?
            let mayBeAway: Span
        }

        /// - Throws: ``SettingProblem``.
        init(_ config: ConfigReader) throws {
            file = config.string(forKey: "root.key.file")
            guard let address = config.string(forKey: "key.service"), !address.isEmpty else {
                service = nil
                return
            }
            guard let tokenFile = config.string(forKey: "key.service.token.file") else {
                throw SettingProblem("With SAQTA_KEY_SERVICE, set SAQTA_KEY_SERVICE_TOKEN_FILE too.")
            }
            let seconds = config.int(forKey: "key.service.away.seconds", default: 3_600)
            guard (20...604_800).contains(seconds) else {
                throw SettingProblem("SAQTA_KEY_SERVICE_AWAY_SECONDS is 20 to 604800.")
            }
            do throws(TransitProblem) {
                service = Service(
                    key: try TransitKey(address), tokenFile: tokenFile,
                    caFile: config.string(forKey: "key.service.ca.file"), mayBeAway: .seconds(seconds))
            } catch {
                throw SettingProblem("SAQTA_KEY_SERVICE: \(error).")
            }
        }
    }
}
