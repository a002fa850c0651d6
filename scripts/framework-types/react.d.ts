/** Tells React 19's JSX about the elements: `import 'civic-widgets/types/react.js'` anywhere in a project. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CivicElements } from './elements.js';

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Attributes<Tag extends keyof CivicElements> = Omit<
  DetailedHTMLProps<HTMLAttributes<CivicElements[Tag]['element']>, CivicElements[Tag]['element']>,
  keyof CivicElements[Tag]['props']
> &
  CivicElements[Tag]['props'] &
  Handlers<CivicElements[Tag]['events']>;

type CivicIntrinsicElements = { [Tag in keyof CivicElements]: Attributes<Tag> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends CivicIntrinsicElements {}
  }
}
