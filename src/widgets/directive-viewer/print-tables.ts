/** Fits wide tables to the sheet: a browser prints the whole document smaller for one that is wider, and cuts it off. */

/** What is tried one after the other; with the last of them words are divided. See the sheet of the paper. */
const WAYS = ['small', 'smaller', 'divided'];

/** Gives each table on a paper that is laid out the first look in which it is no wider than the sheet. */
export function fitTables(paper: Document): void {
  const { right } = paper.body.getBoundingClientRect();
  for (const table of paper.querySelectorAll('table')) {
    for (const way of WAYS) {
      // What is half a pixel wider has only been rounded.
      if (table.getBoundingClientRect().right <= right + 0.5) break;
      table.classList.remove(...WAYS);
      table.classList.add(way);
    }
  }
}
