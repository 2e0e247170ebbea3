@main struct Linkctl { static func main() {} }
