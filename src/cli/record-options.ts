import { Option, type Command } from 'commander'

/** Declares the case and the options that every command over a record has. */
export function withRecordOptions(command: Command): Command {
  return command
    .argument('[case]', "a case's folder, or a store (default: cases/idlib-2020)")
    .addOption(
      new Option('--basis <basis>', 'what "known" means for a store as of a day')
        .choices(['recorded', 'published'])
        .default('recorded'),
    )
    .option('--case <dir>', "for a store: the folder with the case's agreement, actors, places and roads")
}

/** Declares `--as-of` and `--format`. */
export function withAsOf(command: Command): Command {
  return command
    .option('--as-of <day>', 'as it was known at the end of that day, YYYY-MM-DD')
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json', 'ndjson']).default('text'))
}
