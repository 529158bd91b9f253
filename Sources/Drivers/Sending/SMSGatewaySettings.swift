import Foundation

/// How to hand short messages to a provider over HTTP. Read once at the start.
package struct SMSGatewaySettings: Sendable {
    let url: String
    let method: Method
    /// With `{secret}` still in them, so that settings can be printed.
    private let headers: [(name: String, value: String)]
    let format: Format
    let template: SMSTemplate
    let pattern: String?
    let secret: SendingSecret?
    let authorities: String?
    let limits: TransferLimits

    package enum Method: String, Sendable, CaseIterable {
        case post = "POST"
        case put = "PUT"
    }

    /// The kind of body: decides the content type and how values are escaped.
    package enum Format: String, Sendable, CaseIterable {
        case json
        case form

        var contentType: String {
            self == .json ? "application/json" : "application/x-www-form-urlencoded"
        }
    }

    /// - Parameters:
    ///   - url: https, or http to this machine; it carries nothing about the message.
    ///   - headers: names and values; `{secret}` in a value stands for the secret.
    ///   - template: the body, with `{text}` and `{to}` or `{digits}`; see ``SMSTemplate``.
    ///   - success: a regular expression that the answer must match somewhere; nil when the status says it all.
    ///   - authorities: a PEM file of the authorities to trust; nil for the system's.
    package init(
        url: String, method: Method = .post, headers: [(name: String, value: String)] = [], format: Format,
        template: String, success: String? = nil, secret: SendingSecret? = nil, authorities: String? = nil,
        limits: TransferLimits = TransferLimits()
    ) throws(SendingSettingsError) {
        self.template = try SMSTemplate(template, format)
        let asksSecret = self.template.needsSecret || headers.contains { $0.value.contains("{secret}") }
        guard !asksSecret || secret != nil else { throw .incompleteLogin }
        if let success, (try? Regex(success)) == nil { throw .badPattern }
        self.url = try Self.check(url)
        for (name, value) in headers { try Self.check(name, Self.filled(value, secret)) }
        self.headers = headers
        self.method = method
        self.format = format
        pattern = success
        self.secret = secret
        self.authorities = authorities
        self.limits = limits
    }

    /// The header lines of a request, the secret put in.
    func lines() -> [String] {
        ["Content-Type: \(format.contentType)"] + headers.map { "\($0.name): \(Self.filled($0.value, secret))" }
    }

    private static func filled(_ value: String, _ secret: SendingSecret?) -> String {
        value.replacing("{secret}", with: secret?.text ?? "")
    }

    private static func check(_ text: String) throws(SendingSettingsError) -> String {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let url = URLComponents(string: text),
            let scheme = url.scheme, ["https", "http"].contains(scheme), let name = url.host, !name.isEmpty,
            url.user == nil, url.password == nil
        else { throw .badURL }
        guard try Host(name).isLoopback || scheme == "https" else { throw .plaintextBeyondLoopback }
        return text
    }

    /// A name is a token of RFC 9110; a value has no controls, so it stays one line.
    private static func check(_ name: String, _ value: String) throws(SendingSettingsError) {
        guard name.wholeMatch(of: #/[A-Za-z0-9!#$%&'*+.^_`|~-]+/#) != nil, name.lowercased() != "content-type",
            !value.isEmpty, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else { throw .badHeader }
    }
}
