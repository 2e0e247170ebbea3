import Foundation

/// Shannon's entropy in bits a byte.
func entropy(_ text: String) -> Double {
  let total = Double(text.utf8.count)
  let counts = Dictionary(grouping: text.utf8) { $0 }.values.map { Double($0.count) }
  return -counts.reduce(0) { $0 + $1 / total * log2($1 / total) }
}
