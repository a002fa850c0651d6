const formats = new Map<string, Intl.NumberFormat>();

/** A number with the language's own grouping: 1.250.000. */
export function formatNumber(value: number, language: string): string {
  let format = formats.get(language);
  if (!format) formats.set(language, (format = new Intl.NumberFormat(language)));
  return format.format(value);
}
