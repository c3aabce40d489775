import ArgumentParser
import DatelineCommands

@main
enum Dateline {
    static func main() async {
        await DatelineCommand.main()
    }
}
