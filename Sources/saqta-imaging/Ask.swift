/// What the server asks for, and the limits it sets.
struct Ask {
    var octets = 25 << 20
    var pixels = 40_000_000
    var pages = 30
    /// The long side of a page image and of a thumbnail, in pixels.
    var side = 2_500
    var thumbnail = 400
    /// Address space in MiB and processor time in seconds.
    var memory = 1_024
    var seconds = 20
    /// Whether to look for a machine-readable zone, and in which languages to read text (`kaz`, `kaz+rus`).
    var zone = false
    var text = ""
    /// On how many pages, from the first, anything is read.
    var readPages = 3

    init(_ fields: [String: String]) {
        func number(_ key: String, _ value: inout Int) {
            if let text = fields[key], let given = Int(text), given > 0 { value = given }
        }
        number("octets", &octets)
        number("pixels", &pixels)
        number("pages", &pages)
        number("side", &side)
        number("thumbnail", &thumbnail)
        number("memory", &memory)
        number("seconds", &seconds)
        number("readPages", &readPages)
        zone = fields["zone"] == "1"
        text = fields["text"] ?? ""
    }

    var reads: Bool { zone || !text.isEmpty }
}
