import CImaging

/// What may make a page hard to read. Hints for the person, never a reason to refuse.
enum Hint: String {
    case tooDark, tooPale, blank, blurred, glare, cutEdge, tooSmall

    /// The hints for a page that looks like `look` and is `longSide` pixels long. None contradicts another.
    static func all(_ look: saqta_look, longSide: Int) -> [Hint] {
        var hints: [Hint] = []
        let isDark = look.bright < 110 || look.median < 45
        if isDark { hints.append(.tooDark) }
        // Nothing can be told of a page on which nothing is seen; for want of light it need not be empty.
        if look.bright - look.dark < 12 { return isDark ? hints : [.blank] }
        // In the dark there is little difference between paper and ink, and more light is what helps.
        if look.bright - look.dark < 60, !isDark { hints.append(.tooPale) }
        if look.sharpness < 0.16 { hints.append(.blurred) }
        if look.glare > 0.015 { hints.append(.glare) }
        if look.border > 0.06 { hints.append(.cutEdge) }
        if longSide < 900 { hints.append(.tooSmall) }
        return hints
    }
}
