internal import LinkCore

/// Writes answers as packets.
struct Reply {
  /// The one thing that a server's status says here: every statement commits by itself.
  static let autocommit = 0x0002

  let capabilities: Capabilities
  /// The number of the first packet.
  let sequence: UInt8

  func bytes(_ answer: Answer) -> [UInt8] {
    switch answer {
    case .done(let warnings): packet(done(warnings: warnings))
    case .rows(let table): bytes(table)
    case .refused(let error): packet(Self.refusal(error))
    }
  }

  /// A text that stands for itself, as the answer to COM_STATISTICS.
  func text(_ text: String) -> [UInt8] {
    packet(Array(text.utf8))
  }

  func packet(_ payload: [UInt8]) -> [UInt8] {
    var packets = PacketWriter(sequence: sequence)
    packets.append(payload)
    return packets.bytes
  }

  /// What stands behind columns, where the client still wants it, and behind rows.
  var end: [UInt8] {
    capabilities.contains(.deprecateEOF)
      ? done(warnings: 0, head: 0xFE) : [0xFE, 0, 0, UInt8(Self.autocommit), 0]
  }

  private func done(warnings: Int, head: UInt8 = 0) -> [UInt8] {
    // No rows affected, no number inserted.
    var writer = WireWriter([head, 0, 0])
    writer.append(Self.autocommit, bytes: 2)
    writer.append(min(warnings, 0xFFFF), bytes: 2)
    return writer.bytes
  }

  private func bytes(_ table: AnswerTable) -> [UInt8] {
    var packets = PacketWriter(sequence: sequence)
    var count = WireWriter()
    count.append(lengthEncoded: table.columns.count)
    packets.append(count.bytes)
    for column in table.columns { packets.append(Self.definition(of: column)) }
    if !capabilities.contains(.deprecateEOF) { packets.append(end) }
    for row in table.rows {
      var writer = WireWriter()
      for cell in row { writer.append(lengthEncoded: cell) }
      packets.append(writer.bytes)
    }
    packets.append(end)
    return packets.bytes
  }

  /// A column of no table in particular: a text of up to 16 MiB, or a number of 64 bits.
  private static func definition(of column: AnswerTable.Column) -> [UInt8] {
    var writer = WireWriter()
    for part in ["def", "", "", "", column.name, column.name] {
      writer.append(lengthEncoded: part)
    }
    writer.append(0x0C, bytes: 1)
    // 63 is `binary`, as numbers have it; 0x08 a number of 64 bits, 0xFD a text.
    writer.append(column.isNumber ? 63 : Greeting.characterSet, bytes: 2)
    writer.append(column.isNumber ? 20 : 1 << 24, bytes: 4)
    writer.append(column.isNumber ? 0x08 : 0xFD, bytes: 1)
    writer.append(0, bytes: 2)
    writer.append(0, bytes: 3)
    return writer.bytes
  }

  /// A refusal without a number gets the one for what has none.
  static func refusal(_ error: ServerError) -> [UInt8] {
    var writer = WireWriter([0xFF])
    writer.append(error.code == 0 ? 1105 : error.code, bytes: 2)
    writer.append(Array("#\(error.sqlState)\(error.message)".utf8))
    return writer.bytes
  }
}
