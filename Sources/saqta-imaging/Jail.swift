import CImaging
import Glibc

/// What the process takes away from itself, in two steps.
enum Jail {
    /// Where fonts that a PDF names without carrying them, and the tables for them, are found.
    private static let folders = [
        "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/usr/share/fontconfig", "/var/cache/fontconfig",
        "/usr/share/poppler", "/usr/share/tesseract-ocr",
    ]

    /// Before any octet of the document: limits, no new privileges, no network, no process, no writing of files.
    ///
    /// - Returns: whether the kernel also confines reading to the folders of fonts (Landlock); nil when a part
    ///   that must hold does not.
    static func enter(memory: Int, seconds: Int) -> Bool? {
        guard saqta_limit(UInt64(memory) << 20, UInt64(seconds)) == 0 else { return nil }
        var names: [UnsafePointer<CChar>?] = folders.map { UnsafePointer(strdup($0)) }
        names.append(nil)
        let files = saqta_restrict_files(names)
        guard files >= 0, saqta_restrict_calls(1) == 0 else { return nil }
        return files == 0
    }

    /// Once the type is known and its decoder needs no file: no opening of files at all.
    static func closeFiles() -> Bool { saqta_restrict_calls(0) == 0 }
}
