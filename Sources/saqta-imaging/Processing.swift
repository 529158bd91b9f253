import CImaging
import Glibc

/// From a recognised document to its page images, and what was read off them.
struct Processing {
    let file: Octets
    let recognised: Recognised
    let ask: Ask
    let readers: Readers

    func run(confined: Bool) throws(Refused) {
        let facts = try Page.facts(0, of: file, type: recognised.type)
        let count = Int(facts.pages)
        guard count <= ask.pages else { throw .tooManyPages }
        let notices = recognised.notices.map(\.rawValue).joined(separator: ",")
        Frames.write("T", [("type", recognised.type.rawValue), ("pages", "\(count)"), ("notices", notices)])
        var kept: [Page] = []
        for index in 0..<count {
            let page = try page(index)
            if ask.reads, index < ask.readPages { kept.append(page) }
        }
        readers.read(kept)
        finish(confined: confined)
    }

    private func page(_ index: Int) throws(Refused) -> Page {
        let facts = try Page.facts(index, of: file, type: recognised.type)
        let pixels = recognised.type == .pdf ? 0 : Int(facts.width) * Int(facts.height)
        guard pixels <= ask.pixels else { throw .tooManyPixels }
        let page = try Page(index, of: file, type: recognised.type, ask: ask)
        let look = page.look
        let hints = Hint.all(look, longSide: max(page.width, page.height)).map(\.rawValue).joined(separator: ",")
        Frames.write(
            "P",
            [
                ("index", "\(index)"), ("width", "\(page.width)"), ("height", "\(page.height)"),
                ("sourceWidth", "\(facts.width)"), ("sourceHeight", "\(facts.height)"),
                ("orientation", "\(facts.orientation)"), ("hints", hints), ("median", "\(look.median)"),
                ("bright", "\(look.bright)"), ("sharpness", "\(look.sharpness)"), ("border", "\(look.border)"),
                ("glare", "\(look.glare)"),
            ])
        Frames.write("I", page.image)
        Frames.write("U", page.thumbnail)
        return page
    }

    private func finish(confined: Bool) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let spent = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000
        let fraction = (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000
        Frames.write(
            "Z",
            [
                ("processor", "\(Int(spent) + Int(fraction))"), ("resident", "\(usage.ru_maxrss)"),
                ("confined", confined ? "1" : "0"),
            ])
    }
}
