/** Tells Svelte 5's templates about the elements: `import 'civic-widgets/types/svelte.js'` anywhere in a project. */
import type { HTMLAttributes } from 'svelte/elements';
import type { CivicElements } from './elements.js';

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Elements = {
  [Tag in keyof CivicElements]: Omit<HTMLAttributes<CivicElements[Tag]['element']>, keyof CivicElements[Tag]['props']> &
    CivicElements[Tag]['props'] &
    Handlers<CivicElements[Tag]['events']>;
};

declare module 'svelte/elements' {
  export interface SvelteHTMLElements extends Elements {}
}
