/**
 * Word processors turn the quotes of a pasted snippet into curly ones, which then are part of the value: takes them off
 * both ends.
 */
export function withoutPastedQuotes(value: string): string {
  return value.trim().replace(/^["'“”‘’″]+|["'“”‘’″]+$/g, '');
}
