import Configuration
import Foundation
import S3

extension Settings {
    /// Where sealed documents lie.
    ///
    /// - `documents` (string): `s3://BUCKET/PREFIX`; the folder `documents` among the data when it is not set.
    /// - `documents_country` (string, ISO 3166-1): where the bucket is.
    /// - `s3_endpoint` (string): `https://HOST`; `s3_region` (string, default `us-east-1`): what is signed.
    /// - `s3_key_file`: a file of two lines, access key id and secret, for its user alone.
    /// - `s3_addressing` (`path` or `host`, default `path`), `s3_ca_file`: how the bucket is named; who is trusted.
    enum Documents: Sendable {
        case folder
        case s3(S3)

        struct S3: Sendable {
            let place: S3Place
            let keyFile: String
            let caFile: String?
            let country: String?
        }

        /// Where they lie when that is not the place of the other data; nil when it is, or not set.
        var country: String? {
            switch self {
            case .folder: nil
            case .s3(let bucket): bucket.country
            }
        }

        /// Whether the country is still to be set.
        var lacksCountry: Bool {
            switch self {
            case .folder: false
            case .s3(let bucket): bucket.country == nil
            }
        }

        /// - Throws: ``SettingProblem``.
        init(_ config: ConfigReader) throws {
            guard let address = config.string(forKey: "documents"), !address.isEmpty else {
                self = .folder
                return
            }
            guard let endpoint = config.string(forKey: "s3.endpoint"),
                let keyFile = config.string(forKey: "s3.key.file")
            else { throw SettingProblem("With SAQTA_DOCUMENTS, set SAQTA_S3_ENDPOINT and SAQTA_S3_KEY_FILE too.") }
            let text = config.string(forKey: "s3.addressing", default: S3Place.Addressing.path.rawValue)
            guard let addressing = S3Place.Addressing(rawValue: text) else {
                throw SettingProblem("SAQTA_S3_ADDRESSING is path or host.")
            }
            do throws(S3Problem) {
                self = .s3(
                    S3(
                        place: try S3Place(
                            address, endpoint: endpoint,
                            region: config.string(forKey: "s3.region", default: "us-east-1"), addressing: addressing),
                        keyFile: keyFile, caFile: config.string(forKey: "s3.ca.file"),
                        country: config.string(forKey: "documents.country")))
            } catch {
                throw SettingProblem("The document store: \(error).")
            }
        }
    }
}
