const formats = new Map<string, Intl.NumberFormat>();

/** A number with the language's own grouping: 1.250.000. */
export function formatNumber(value: number, language: string): string {
  // Looks the same everywhere, and the first format of a page takes a slow phone a tenth of a second.
  if (value >= 0 && value < 1000 && value % 1 === 0) return `${value}`;
  let format = formats.get(language);
  if (!format) formats.set(language, (format = new Intl.NumberFormat(language)));
  return format.format(value);
}
