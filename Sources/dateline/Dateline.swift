import ArgumentParser
import DatelineCommands

@main
enum Dateline {
    static func main() {
        DatelineCommand.main()
    }
}
