import { tell, type Text } from './language.js';

/**
 * Something that whoever ran the command can put right: said in one message, without a stack, and the command ends
 * with {@link exitCode}. `code` is stable, for scripts and tests.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode = 1;

  constructor(
    readonly code: string,
    readonly text: Text,
    options?: ErrorOptions,
  ) {
    super(tell(text), options);
  }
}
