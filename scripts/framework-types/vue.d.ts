/** Tells Vue's templates about the elements: `import 'civic-widgets/types/vue.js'` anywhere in a project. */
import type { HTMLAttributes, ReservedProps } from 'vue';
import type { CivicElements } from './elements.js';

/** `civic-load` as a template's `@civic-load` is known: `onCivicLoad`. */
type Pascal<Name extends string> = Name extends `${infer Word}-${infer Rest}`
  ? `${Capitalize<Word>}${Pascal<Rest>}`
  : Capitalize<Name>;

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Pascal<Name>}`]?: ((event: Events[Name]) => void) | undefined;
};

type Components = {
  [Tag in keyof CivicElements]: new () => CivicElements[Tag]['element'] & {
    $props: Omit<HTMLAttributes, keyof CivicElements[Tag]['props']> &
      CivicElements[Tag]['props'] &
      ReservedProps &
      Handlers<CivicElements[Tag]['events']>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
