/** What a person at a terminal reads: Vietnamese, or English where the terminal speaks it. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** Which of the two a terminal speaks: `CIVIC_LANG`, else what POSIX says about messages. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): keyof Text {
  const said = [env['CIVIC_LANG'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value) ?? '';
  return /^en\b|^en_/i.test(said) ? 'en' : 'vi';
}

/** A text in the terminal's language. */
export function tell(text: Text, env: Readonly<Record<string, string | undefined>> = process.env): string {
  return text[terminalLanguage(env)];
}
