/** The `civic-widgets` command. A sub-command is a line in {@link COMMANDS} and loads what it needs when it runs. */
import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.js';
import { bannersCommand } from './banners/command.js';
import { CommandError } from './command-error.js';
import { tell } from './language.js';
import { serveCommand } from './serve/command.js';
import { siteCommand } from './site/command.js';

/** Makes one sub-command; what it does is imported inside its action, so that `--help` stays quick. */
export type MakeCommand = () => Command;

export const COMMANDS: readonly MakeCommand[] = [serveCommand, siteCommand, bannersCommand];

function makeProgram(): Command {
  const program = new Command('civic-widgets')
    .description(
      tell({
        vi: 'Công cụ đi kèm civic-widgets: phục vụ trang nhúng và đếm lượt truy cập.',
        en: 'The companion of civic-widgets: serves embeds and counts visits.',
      }),
    )
    .version(VERSION);
  for (const make of COMMANDS) program.addCommand(make());
  return program;
}

/**
 * Runs the command.
 *
 * @param argv - as in `process.argv`
 * @returns the exit code; 2 when the arguments are wrong
 */
export async function run(argv: readonly string[]): Promise<number> {
  const program = makeProgram();
  // Sub-commands made elsewhere must throw, too, and not end the process.
  const teach = (command: Command): void => {
    command.exitOverride().showHelpAfterError();
    command.commands.forEach(teach);
  };
  teach(program);
  try {
    await program.parseAsync([...argv]);
    return 0;
  } catch (error) {
    // Commander has said it already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandError) {
      console.error(error.message);
      return error.exitCode;
    }
    console.error(error);
    return 70;
  }
}
