import Primitives

/// Compares without stopping at the first difference, so that the time does not tell how much was right.
///
/// Lengths are not secret: unequal ones are answered at once.
func constantTimeEquals(_ left: Bytes, _ right: Bytes) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for index in left.indices { difference |= left[index] ^ right[index] }
    return difference == 0
}
