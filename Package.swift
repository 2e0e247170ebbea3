// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "linkctl",
  products: [.executable(name: "linkctl", targets: ["linkctl"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CMariaDB"),
    .target(name: "LinkCore"),
    .target(name: "LinkYAML", dependencies: ["LinkCore", "CYAML"]),
    .target(name: "LinkSeal", dependencies: ["LinkCore", "COpenSSL"]),
    .target(name: "LinkServer", dependencies: ["LinkCore", "CMariaDB"]),
    .target(name: "LinkSandbox", dependencies: ["LinkCore", "CSQLite"]),
    .target(
      name: "SandboxServer",
      dependencies: [
        "LinkCore",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),
    .executableTarget(
      name: "linkctl",
      dependencies: [
        "LinkCore", "LinkYAML", "LinkSeal", "LinkServer", "LinkSandbox", "SandboxServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(name: "LinkCoreTests", dependencies: ["LinkCore", "LinkSeal"]),
    .testTarget(name: "LinkYAMLTests", dependencies: ["LinkYAML", "LinkCore"]),
    .testTarget(name: "LinkSealTests", dependencies: ["LinkSeal"]),
    .testTarget(name: "LinkServerTests", dependencies: ["LinkServer", "LinkCore"]),
    .testTarget(
      name: "LinkSandboxTests",
      dependencies: ["LinkSandbox", "LinkCore", "LinkSeal"]
    ),
    .testTarget(
      name: "SandboxServerTests",
      dependencies: ["SandboxServer", "LinkSandbox", "LinkCore", "LinkSeal"]
    ),
    .testTarget(
      name: "ServerConformanceTests",
      dependencies: ["LinkServer", "LinkSandbox", "SandboxServer", "LinkCore", "LinkSeal"]
    ),
    .testTarget(
      name: "linkctlTests",
      dependencies: ["linkctl", "LinkCore", "LinkYAML", "LinkSeal", "LinkSandbox"]
    ),
  ],
  swiftLanguageModes: [.v6],
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
