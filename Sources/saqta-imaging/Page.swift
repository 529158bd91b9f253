import CImaging

/// A decoded page: pixels only.
final class Page {
    private var page: saqta_page

    /// Decodes page `index` (from 0) of `file`.
    init(_ index: Int, of file: Octets, type: FileType, ask: Ask) throws(Refused) {
        page = saqta_page()
        let outcome = file.bytes.withUnsafeBufferPointer { bytes in
            saqta_make_page(
                bytes.baseAddress, bytes.count, type.format, Int32(index), Int32(ask.side), Int32(ask.thumbnail), &page)
        }
        try Page.check(outcome)
    }

    deinit { saqta_page_free(&page) }

    var width: Int { Int(page.width) }
    var height: Int { Int(page.height) }
    /// 8-bit luminance, row by row.
    var grey: UnsafePointer<UInt8> { UnsafePointer(page.grey) }
    var image: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: page.image, count: page.image_size) }
    var thumbnail: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: page.thumbnail, count: page.thumbnail_size) }

    var look: saqta_look {
        var look = saqta_look()
        saqta_look_at(page.grey, page.width, page.height, &look)
        return look
    }

    /// What the decoder's header says of page `index`.
    static func facts(_ index: Int, of file: Octets, type: FileType) throws(Refused) -> saqta_facts {
        var facts = saqta_facts()
        let outcome = file.bytes.withUnsafeBufferPointer { bytes in
            saqta_read_facts(bytes.baseAddress, bytes.count, type.format, Int32(index), &facts)
        }
        try check(outcome)
        return facts
    }

    private static func check(_ outcome: saqta_outcome) throws(Refused) {
        switch outcome {
        case saqta_ok: return
        case saqta_no_memory: throw .memory
        default: throw .damaged
        }
    }
}
