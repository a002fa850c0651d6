/** Whether an element ends a line: editors write one paragraph with many `<br>`. */
export function isRunBreak(element: Element): boolean {
  return element.tagName.toUpperCase() === 'BR';
}

/**
 * The lines of a paragraph: the element itself where it holds no `<br>`, else one copy of it
 * per line, with the inline elements around the break copied as well.
 */
export function splitAtBreaks(paragraph: Element): readonly Element[] {
  if (!paragraph.firstElementChild || paragraph.querySelector('br') === null) return [paragraph];
  return runsOf(paragraph).map((nodes, i) => shellWith(paragraph, nodes, i === 0));
}

function runsOf(parent: Element): readonly (readonly Node[])[] {
  let run: Node[] = [];
  const runs = [run];
  for (const child of parent.childNodes) {
    const element = child.nodeType === 1 ? (child as Element) : undefined;
    if (element === undefined || element.querySelector('br') === null) {
      if (element !== undefined && isRunBreak(element)) {
        run = [];
        runs.push(run);
      } else {
        run.push(child.cloneNode(true));
      }
      continue;
    }
    runsOf(element).forEach((inner, i) => {
      if (i > 0) {
        run = [];
        runs.push(run);
      }
      if (inner.length > 0) run.push(shellWith(element, inner, i === 0));
    });
  }
  return runs;
}

function shellWith(element: Element, nodes: readonly Node[], first: boolean): Element {
  const shell = element.cloneNode(false) as Element;
  // An id names one element of a page.
  if (!first) shell.removeAttribute('id');
  for (const node of nodes) shell.append(node);
  return shell;
}
