/**
 * Begins something whose code comes in a file of its own.
 *
 * @param begin - begins it; returns what ends it
 * @param otherwise - where the file cannot be had
 * @returns ends it, or keeps it from beginning
 */
export function begun<Module>(
  module: Promise<Module>,
  begin: (module: Module) => () => void,
  otherwise?: () => void,
): () => void {
  let ended = false;
  let end = (): void => undefined;
  void module.then(
    (loaded) => {
      if (!ended) end = begin(loaded);
    },
    () => {
      if (!ended) otherwise?.();
    },
  );
  return () => {
    ended = true;
    end();
  };
}
