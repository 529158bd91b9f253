import Foundation
import Glibc

/// Tells the service manager how the start is going (sd_notify(3)); does nothing under any other.
package enum Notice: String, Sendable {
    case ready = "READY=1"
    case stopping = "STOPPING=1"

    /// - Parameter path: of the manager's socket, `NOTIFY_SOCKET`; one in the abstract namespace begins with `@`.
    package func send(to path: String?) {
        guard let path, !path.isEmpty else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var octets = Array(path.utf8)
        if octets.first == UInt8(ascii: "@") { octets[0] = 0 }
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard octets.count < room else { return }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: octets) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + octets.count)
        let message = Array(rawValue.utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, message, message.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
