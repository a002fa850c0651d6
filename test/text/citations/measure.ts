/** How many of the numbers in the corpus are found, and how much else is taken for one. */
import { findCitations } from '../../../src/text/citations.js';
import { type Form, forms, nearMisses } from './corpus.js';

export interface Measured {
  /** Which part of the corpus. */
  readonly name: string;
  /** How many forms it has. */
  readonly count: number;
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

/** Both parts of the corpus, each with its share of the near misses. */
export function measureCitations(): Measured[] {
  const all = forms();
  const falsePositives = nearMisses.flatMap((text) =>
    findCitations(text).flatMap((citation) =>
      citation.kind === 'document' ? [text.slice(citation.start, citation.end)] : [],
    ),
  );
  const part = (name: string, of: readonly Form[]): Measured => {
    const { missed, wrong } = found(of);
    const right = of.length - missed.length;
    const precision = right / (right + wrong.length + (falsePositives.length * of.length) / all.length);
    return {
      name,
      count: of.length,
      missed,
      wrong: [...wrong, ...falsePositives],
      recall: right / of.length,
      precision,
    };
  };
  const isHeldOut = (index: number) => index % 4 === 3;
  return [
    part(
      'what was looked at while it was written',
      all.filter((_, index) => !isHeldOut(index)),
    ),
    part(
      'what was set aside',
      all.filter((_, index) => isHeldOut(index)),
    ),
  ];
}
