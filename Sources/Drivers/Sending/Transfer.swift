import CCurl
import Foundation

/// One transfer of libcurl. It is made, run and dropped on one thread.
final class Transfer {
    private let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var failure = CURLE_OK

    /// Safe on many threads once, before the first transfer.
    private static let library = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// - Parameter limits: no transfer is without one.
    init(limits: TransferLimits, authorities: String?) throws(SendingError) {
        guard Self.library == CURLE_OK, let handle = curl_easy_init() else {
            throw .retryable(.interrupted(code: Int(CURLE_FAILED_INIT.rawValue)))
        }
        self.handle = handle
        // Without this, a look-up that takes too long raises a signal in a process of many threads.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect)
        set(CURLOPT_TIMEOUT_MS, limits.total)
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        // The way is the configured one, whatever the environment says.
        set(CURLOPT_PROXY, "")
        if let authorities { set(CURLOPT_CAINFO, authorities) }
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    func set(_ option: CURLoption, _ value: Int) { note(saqta_curl_number(handle, option, value)) }
    func set(_ option: CURLoption, _ value: String) { note(saqta_curl_text(handle, option, value)) }

    func set(_ option: CURLoption, _ values: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for value in values {
            guard let longer = curl_slist_append(list, value) else { return note(CURLE_OUT_OF_MEMORY) }
            list = longer
        }
        guard let list else { return }
        lists.append(list)
        note(saqta_curl_list(handle, option, list))
    }

    func post(_ octets: [UInt8]) { note(saqta_curl_post(handle, octets, octets.count)) }

    /// Sends `octets` and waits for the end.
    func upload(_ octets: [UInt8]) -> TransferOutcome {
        octets.withUnsafeBufferPointer { buffer in
            withUnsafeTemporaryAllocation(of: saqta_source.self, capacity: 1) { place in
                place.initialize(repeating: saqta_source(octets: buffer.baseAddress, length: buffer.count, position: 0))
                note(saqta_curl_upload(handle, place.baseAddress))
                return perform()
            }
        }
    }

    /// Waits for the end and keeps up to `limit` octets of the answer.
    func receive(atMost limit: Int) -> (TransferOutcome, [UInt8]) {
        var outcome = TransferOutcome(code: CURLE_FAILED_INIT, status: 0)
        let answer = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            withUnsafeTemporaryAllocation(of: saqta_sink.self, capacity: 1) { place in
                place.initialize(repeating: saqta_sink(octets: buffer.baseAddress, capacity: limit, length: 0))
                note(saqta_curl_receive(handle, place.baseAddress))
                outcome = perform()
                count = place[0].length
            }
        }
        return (outcome, answer)
    }

    private func perform() -> TransferOutcome {
        // An option that was not taken might have been the one that asks for encryption.
        guard failure == CURLE_OK else { return TransferOutcome(code: failure, status: 0) }
        let code = curl_easy_perform(handle)
        return TransferOutcome(code: code, status: saqta_curl_status(handle))
    }

    private func note(_ code: CURLcode) {
        if failure == CURLE_OK { failure = code }
    }
}

/// How a transfer ended.
struct TransferOutcome {
    let code: CURLcode
    /// The status of the last answer, 0 when there was none.
    let status: Int

    /// What the ways out have in common; nil when the transfer itself went well.
    var failure: SendingError.Reason? {
        switch code {
        case CURLE_OK: nil
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_GOT_NOTHING: .unreachable
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED, CURLE_SSL_CACERT_BADFILE:
            .notSecure
        case CURLE_LOGIN_DENIED: .loginRefused
        default: .interrupted(code: Int(code.rawValue))
        }
    }
}

/// How long a transfer may take, in milliseconds.
package struct TransferLimits: Hashable, Sendable {
    let connect: Int
    let total: Int

    /// - Parameters:
    ///   - connect: milliseconds until the other side has answered at all.
    ///   - total: milliseconds for the whole transfer.
    package init(connect: Int = 10_000, total: Int = 30_000) {
        self.connect = max(1, connect)
        self.total = max(1, total)
    }
}
