/** An element with a class, attributes and what is in it. */
export function make(
  name: string,
  className: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  // One by one: several together would go through a fragment, and each of them be moved twice.
  for (const one of content) made.append(one);
  return made;
}
