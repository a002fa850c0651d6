/**
 * Where a spreadsheet could begin a formula: at the beginning, and behind whatever it may take for a separator. Which one that is
 * depends on the reader's region, and to one that parts cells by `;` the quotes around a cell of ours are not at its beginning.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection – the signs, also those of full width
 */
const FORMULA = /(?<![^,;\t\r\n])(?=[\s"]*[=+\-@＝＋－＠])|^(?=[\t\r\n])/g;

/** A cell for any spreadsheet. Text comes from outside: what would be a formula has an apostrophe before it. */
export function csvCell(value: string | number): string {
  const text = typeof value === 'string' ? value.replace(FORMULA, "'") : String(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
