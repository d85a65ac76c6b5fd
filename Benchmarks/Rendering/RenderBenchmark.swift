@main struct RenderBenchmark { static func main() {} }
