/** How many of the numbers in the corpus are found, and how much else is taken for one. */
import { findCitations } from '../../../src/text/citations.js';
import { type Form, forms, nearMisses, ownNearMisses } from './corpus.js';

export interface Measured {
  /** Which part of the corpus. */
  readonly name: string;
  /** How many forms it has, and how many near misses. */
  readonly count: number;
  readonly nearMisses: number;
  /** What was not found, and what was found and is none. */
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly recall: number;
  readonly precision: number;
}

/** Numbers found at the very place, and everything else that was taken for one. */
function found(of: readonly Form[]) {
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const { sentence, number, start, document } of of) {
    const citations = findCitations(sentence).filter(({ kind }) => kind === 'document');
    const right = citations.filter(({ start: from, end }) => end === start + number.length && from <= start);
    if (right.length === 0) missed.push(`${number} in “${sentence}” (${document})`);
    for (const other of citations) if (!right.includes(other)) wrong.push(sentence.slice(other.start, other.end));
  }
  return { missed, wrong };
}

function measured(name: string, of: readonly Form[], near: readonly string[]): Measured {
  const { missed, wrong: besides } = found(of);
  const falsePositives = near.flatMap((text) =>
    findCitations(text).flatMap(({ kind, start, end }) =>
      kind === 'document' ? [`${text.slice(start, end)} in “${text}”`] : [],
    ),
  );
  const wrong = [...besides, ...falsePositives];
  const right = of.length - missed.length;
  return {
    name,
    count: of.length,
    nearMisses: near.length,
    missed,
    wrong,
    recall: right / of.length,
    precision: right / (right + wrong.length),
  };
}

/** Both parts of the corpus, each with its near misses; those that we made up ourselves are with what was looked at. */
export function measureCitations(): Measured[] {
  const part = (name: string, isSetAside: boolean, near: readonly string[] = []) =>
    measured(
      name,
      forms().filter(({ setAside }) => setAside === isSetAside),
      [...near, ...nearMisses().flatMap(({ setAside, sentence }) => (setAside === isSetAside ? [sentence] : []))],
    );
  return [
    part('what was looked at while the rules were written', false, ownNearMisses),
    part('what was set aside', true),
  ];
}
