/** Tells Vue's templates about the elements: `import 'civic-widgets/types/vue.js'` anywhere in a project. */
import type { HTMLAttributes } from 'vue';
import type { CivicElements } from './elements.js';

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Capitalize<Name>}`]?: ((event: Events[Name]) => void) | undefined;
};

type Components = {
  [Tag in keyof CivicElements]: new () => CivicElements[Tag]['element'] & {
    $props: Omit<HTMLAttributes, keyof CivicElements[Tag]['props']> &
      CivicElements[Tag]['props'] &
      Handlers<CivicElements[Tag]['events']>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
