/**
 * `npm run bench:rotator`: the banner rotator beside other rotators, in one run on this machine, in turns, as medians. It
 * writes `../results/rotator.md` and says at the end which of the aims are held. Peers are installed at the first run.
 *
 *   npm run bench:rotator                        9 rounds
 *   npm run bench:rotator -- --rounds 3          as many as that
 *   npm run bench:rotator -- --only 'img|civic'  those whose names match; writes nothing, judges nothing
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { launchChromium } from '../../demo/portal.js';
import { markdown, median, times, type Table } from '../figures.js';
import { stay, visit, type Visit } from './measure.js';
import { type Peer, PEERS, TURN } from './peers.js';
import { openSite } from './site.js';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, only: { type: 'string', default: '' } },
});
const rounds = Math.max(1, Number(values.rounds));
const steadyRounds = Math.min(3, Math.ceil(rounds / 3));
const results = new URL('../results/rotator.md', import.meta.url);

interface Found {
  readonly peer: Peer;
  readonly bytes: number;
  readonly visits: Visit[];
  readonly steady: number[];
  readonly shifts: number[];
  axe: string[];
}

const begin = performance.now();
const site = await openSite();
const browser = await launchChromium();
const version = await browser.version();
const found: Found[] = PEERS.filter(({ name }) => new RegExp(values.only).test(name)).map((peer) => ({
  peer,
  bytes: site.bytes(peer),
  visits: [],
  steady: [],
  shifts: [],
  axe: [],
}));
try {
  for (let round = 0; round < rounds; round++) {
    // Another one begins each round: the first may find a colder machine.
    for (const turn of found.keys()) {
      const one = found[(turn + round) % found.length];
      if (one) one.visits.push(await visit(browser, site.address(one.peer)));
    }
    console.log(`round ${round + 1} of ${rounds}`);
  }
  for (let round = 0; round < steadyRounds; round++) {
    for (const one of found) {
      const { steady, shift, axe } = await stay(browser, site.address(one.peer));
      one.steady.push(steady);
      one.shifts.push(shift);
      one.axe = axe;
    }
  }
} finally {
  await browser.close();
  site.close();
}

const first = ({ visits }: Found) => median(visits.map((one) => one.first));
const work = ({ visits }: Found) => median(visits.map((one) => one.work));
const steady = (one: Found) => median(one.steady);
const shift = ({ visits, shifts }: Found) => Math.max(...visits.map((one) => one.shift), ...shifts);
const pictures = ({ visits }: Found) => Math.max(...visits.map((one) => one.pictures));
function named(name: string): Found {
  const one = found.find(({ peer }) => peer.name === name);
  if (!one) throw new Error(`${name} is not measured.`);
  return one;
}

const image = found.find(({ peer }) => peer.name === 'one <img>');
const toImage = (one: Found) => first(one) / (image ? first(image) : NaN);
const known = (value: number, written: string | number) => (Number.isNaN(value) ? '?' : written);
const table: Table = {
  title: 'Rotators of eight banners',
  note: `Pictures of 29 kB, a turn every ${TURN} s, a slow phone (CPU ÷ 4, 1.6 Mbit/s, 150 ms), medians of ${rounds} cold visits in turns; "steady" are milliseconds of the main thread in 10 s on this machine, out of four turns, medians of ${steadyRounds}. "work" is script, layout and style. kB are brotli of all scripts and style sheets before the first banner.`,
  head: ['rotator', 'kB', 'first banner', 'to `<img>`', 'work', 'pictures', 'shift', 'steady', 'axe'],
  rows: found.map((one) => [
    one.peer.name,
    (one.bytes / 1000).toFixed(1),
    known(first(one), Math.round(first(one))),
    known(toImage(one), times(toImage(one))),
    Math.round(work(one)),
    pictures(one),
    shift(one).toFixed(4),
    Math.round(steady(one)),
    one.axe.join(', ') || '-',
  ]),
};

if (values.only) {
  console.log(markdown(table));
  process.exit();
}

const lit = named('bare Lit');
const inTag = named('civic-banner-rotator, first banner in the tag');
const alone = named('civic-banner-rotator');
const byLoader = named('civic-banner-rotator, by the loader');
const preloaded = named('civic-banner-rotator, preloaded');
const strangers = found.filter(({ peer }) => peer.own === undefined && !/img|Lit/.test(peer.name));
const aims: readonly [what: string, value: number, most: number][] = [
  ['first banner in the tag, to a plain <img>', toImage(inTag), 1.05],
  ['from the feed alone by its script, to bare Lit', first(alone) / first(lit), 1.05],
  ['the same by the loader', first(byLoader) / first(lit), 1.05],
  ['feed and chunk preloaded, to bare Lit', first(preloaded) / first(lit), 0.85],
  ['main-thread work, to bare Lit', work(alone) / work(lit), 1.25],
  ['ms of the main thread per 10 s', steady(alone), 20],
  ['the same, to the least of the peers', steady(alone) / Math.min(...strangers.map(steady)), 1],
  ['layout shift', Math.max(shift(inTag), shift(alone), shift(preloaded)), 0.00005],
  ['pictures before the first turn', Math.max(pictures(inTag), pictures(alone), pictures(preloaded)), 2],
  ['kB brotli', alone.bytes / 1000, 17],
];
const verdicts: Table = {
  title: 'Aims',
  note: 'At most, each.',
  head: ['what', 'measured', 'aim', 'held'],
  rows: aims.map(([what, value, most]) => [
    what,
    value.toFixed(value < 0.01 ? 4 : 2),
    String(most),
    value <= most ? 'yes' : 'no',
  ]),
};
const [cpu] = cpus();
const head = `# Measured by \`npm run bench:rotator\`

- ${new Date().toISOString().slice(0, 10)}, ${Math.round((performance.now() - begin) / 1000)} s
- ${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores
- Node ${process.versions.node}, ${version}

Compare figures within a run; between machines only the ratios mean something.
`;
const report = [head, markdown(table), markdown(verdicts)].join('\n');
mkdirSync(new URL('.', results), { recursive: true });
writeFileSync(results, report);
console.log(report);
