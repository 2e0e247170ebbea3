// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "empty",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "empty",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]
    )
  ],
  swiftLanguageModes: [.v6],
)
