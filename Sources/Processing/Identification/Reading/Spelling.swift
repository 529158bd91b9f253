/// A name in all the ways in which it may be written: a graph whose paths are the spellings.
struct Spelling {
    /// Arrows to later nodes, by node; no letter for an option that is left out.
    private var arrows: [[(letter: Character?, to: Int)]] = [[]]
    /// The nodes after each letter of the name, where a cut name may end.
    private var joints: Set<Int> = [0]

    /// Each letter may be written as any of its entries in `table`; letters without entry as they are.
    init(_ letters: some Sequence<Character>, _ table: [Character: [String]]) {
        for letter in letters {
            let start = arrows.count - 1
            let options = table[letter] ?? [String(letter)]
            let inner = options.map { max(0, $0.count - 1) }.reduce(0, +)
            let end = start + inner + 1
            var next = start + 1
            arrows += (0...inner).map { _ in [] }
            for option in options {
                var from = start
                for (place, character) in option.enumerated() {
                    let isLast = place == option.count - 1
                    arrows[from].append((character, isLast ? end : next))
                    from = next
                    if !isLast { next += 1 }
                }
                if option.isEmpty { arrows[start].append((nil, end)) }
            }
            joints.insert(end)
        }
    }

    /// The fewest letters to exchange, leave out or put in until some spelling of both is the same.
    ///
    /// - Parameter cut: whether `other` may end early.
    func distance(to other: Spelling, cut: Bool = false) -> Int {
        let width = other.arrows.count
        var costs = [Int](repeating: .max / 2, count: arrows.count * width)
        costs[0] = 0
        func relax(_ place: Int, _ cost: Int) { costs[place] = min(costs[place], cost) }
        for here in arrows.indices {
            for there in other.arrows.indices {
                let cost = costs[here * width + there]
                for mine in arrows[here] {
                    relax(mine.to * width + there, cost + (mine.letter == nil ? 0 : 1))
                    for theirs in other.arrows[there] where mine.letter != nil && theirs.letter != nil {
                        relax(mine.to * width + theirs.to, cost + (mine.letter == theirs.letter ? 0 : 1))
                    }
                }
                for theirs in other.arrows[there] {
                    relax(here * width + theirs.to, cost + (theirs.letter == nil ? 0 : 1))
                }
            }
        }
        // A cut spelling of the other name ends at any joint of this one.
        let ends = cut ? joints.sorted() : [arrows.count - 1]
        return ends.map { costs[$0 * width + width - 1] }.min() ?? .max
    }
}
