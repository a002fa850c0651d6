/** How well two colours can be told apart, as WCAG 2.2 counts it. */

/** Relative luminance of sRGB channels 0-255. */
export function luminance(red: number, green: number, blue: number): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Of two luminances: 1 for the same, 21 for black on white. */
export function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Red, green, blue and opacity of what a browser says that a colour is. */
export function channelsOf(colour: string): [red: number, green: number, blue: number, opacity: number] {
  const numbers = /^rgba?\(([^)]*)\)$/
    .exec(colour)?.[1]
    ?.split(/[ ,/]+/)
    .map(Number);
  const [red, green, blue, opacity = 1] = numbers ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`What colour is ${colour}?`);
  return [red, green, blue, opacity];
}

/** Of a colour on an opaque ground, both as a browser says them. */
export function contrastOf(colour: string, ground: string): number {
  const [red, green, blue, opacity] = channelsOf(colour);
  const [behindRed, behindGreen, behindBlue, behind] = channelsOf(ground);
  if (behind < 1) throw new Error(`One sees through ${ground}.`);
  const over = (channel: number, below: number) => channel * opacity + below * (1 - opacity);
  return contrast(
    luminance(over(red, behindRed), over(green, behindGreen), over(blue, behindBlue)),
    luminance(behindRed, behindGreen, behindBlue),
  );
}

/** What lies behind an element: the first opaque ground around it, through shadow roots too; else that of the page. */
export function groundOf(element: Element): string {
  for (let at: Element | null = element; at;) {
    const { backgroundColor } = getComputedStyle(at);
    const opacity = channelsOf(backgroundColor)[3];
    if (opacity === 1) return backgroundColor;
    if (opacity > 0) throw new Error(`One sees through ${backgroundColor}.`);
    const root = at.getRootNode();
    at = at.assignedSlot ?? at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return colourOf('Canvas');
}

/** What a colour's name stands for in this page: a system colour, say. */
export function colourOf(name: string): string {
  const probe = document.createElement('i');
  // Its own: the page's are forced on all others.
  probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
