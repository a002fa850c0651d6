/**
 * `npm run bench`: figures of speed and work, measured in one run on this machine, and written to
 * `results/latest.md`. Times are only compared with a yardstick of the same run and never fail it; what is promised
 * without a clock does: one request and one parse for thirty widgets, and a demo on which nothing moves.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { launchChromium, openPortal, SIZES } from '../demo/portal.js';
import { allReady, readThrough } from '../demo/in-page.js';
import { markdown, type Table } from './figures.js';
import { measureFinding } from './finding.js';
import { measureIdle, measureReady, measureThirty } from './in-browser.js';
import { measurePure } from './pure.js';
import { openSite } from './site.js';
import { measureViewer } from './viewer/measure.js';
import { measureXml } from './xml.js';

/** Below this, a layout shift is 0.00. */
const NOTHING = 0.001;
const results = new URL('results/latest.md', import.meta.url);
const problems: string[] = [];

async function measureShift(): Promise<Table> {
  const portal = await openPortal();
  try {
    const rows: Table['rows'][number][] = [];
    for (const size of SIZES) {
      const visit = await portal.visit(size);
      await visit.until(allReady, 'every widget to be ready');
      await visit.page.evaluate(readThrough);
      const { shifts } = await visit.records();
      await visit.close();
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      if (!(sum < NOTHING)) problems.push(`The demo moves by ${sum} at ${size.width} px.`);
      rows.push([`${size.width} × ${size.height}`, sum.toFixed(4)]);
    }
    return {
      title: 'Layout shift of the demo',
      note: 'Cumulative, from the first byte, scrolling to the end and back included.',
      head: ['window', 'shift'],
      rows,
    };
  } finally {
    await portal.close();
  }
}

async function measureAll(): Promise<{ tables: Table[]; chromium: string }> {
  const tables = [await measurePure(), await measureShift()];
  const site = await openSite();
  const browser = await launchChromium();
  try {
    const { table, asked } = await measureThirty(browser, site);
    for (const { name, requests, parses } of asked) {
      if (requests !== 1) problems.push(`${name}: ${requests} requests instead of one.`);
      if (parses !== 1) problems.push(`${name}: ${parses} parses instead of one.`);
    }
    tables.unshift(table, await measureReady(browser, site));
    const finding = await measureFinding(browser, site);
    tables.push(finding.table);
    for (const observers of finding.observers) {
      if (observers !== 1) problems.push(`${observers} observers of a page instead of one.`);
    }
    tables.push(await measureIdle(browser, site), ...(await measureViewer(browser)));
    tables.push((await measureXml(browser)).table);
    return { tables, chromium: await browser.version() };
  } finally {
    await browser.close();
    site.close();
  }
}

const begin = performance.now();
const { tables, chromium } = await measureAll();
const [cpu] = cpus();
const head = `# Measured by \`npm run bench\`

- ${new Date().toISOString().slice(0, 10)}, ${Math.round((performance.now() - begin) / 1000)} s
- ${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores
- Node ${process.versions.node}, ${chromium}

Compare figures within a run; between machines only the ratios mean something.
`;
const report = [head, ...tables.map(markdown)].join('\n');
mkdirSync(new URL('.', results), { recursive: true });
writeFileSync(results, report);
console.log(report);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
