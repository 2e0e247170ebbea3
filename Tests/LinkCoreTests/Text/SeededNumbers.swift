/// The same random numbers in every run.
typealias SeededNumbers = SplitMix
