/** Composed, in small letters, with single spaces: what two writings of one name have in common. */
export const plain = (text: string): string =>
  text
    .normalize()
    .replace(/\s\s+|[^\S ]/g, ' ')
    .trim()
    .toLowerCase();
