/** Whether the reader asked the browser to save data; unknown in most browsers, which is no. */
export function savesData(): boolean {
  return !!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
}
