/** docs/guide/banners.md: what it says of fields, samples, reports and commands is so. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { read } from '../../../src/feed/read.js';
import { BannerSchema } from '../../../src/feed/schema.js';
import { readBatch } from '../../../src/node/banners/batch.js';
import { bannersCommand } from '../../../src/node/banners/command.js';

const guide = readFileSync(new URL('../../../docs/guide/banners.md', import.meta.url), 'utf8');
const blocks = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code);

describe('the guide to banners', () => {
  it('has a line for each field of a banner, and for no other', () => {
    const rows = [...guide.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    assert.deepEqual(rows.sort(), Object.keys(BannerSchema.entries).sort());
  });

  it('shows banners that a feed may hold as they are', () => {
    const samples = blocks('json').map((code) => JSON.parse(code) as Record<string, unknown>);
    assert.equal(samples.length, 4);
    for (const sample of samples) {
      const extension = sample['_civic'] ?? { banners: [sample] };
      const raw = { version: 'https://jsonfeed.org/version/1.1', title: 'Mẫu', items: [], _civic: extension };
      const { feed, problems } = read(raw, 'https://example.org/feed.json');
      assert.deepEqual(problems, []);
      assert.ok(feed._civic.banners.length > 0);
    }
  });

  it('describes a batch that our own server takes', () => {
    const [, written = ''] = /gets `(\{"b".*?\})`/.exec(guide) ?? [];
    const batch = written
      .replace('milliseconds it has waited', '8000')
      .replace('shown, viewable, clicks', '3, 2, 1')
      .replace('id of the batch', 'a'.repeat(32));
    assert.deepEqual(readBatch(batch), {
      id: 'a'.repeat(32),
      age: 8000,
      counts: [{ banner: 'banner', placement: 'placement', shown: 3, viewable: 2, clicks: 1 }],
    });
  });

  it('calls commands and options that there are', () => {
    const [report] = bannersCommand().commands;
    const known = new Set(report?.options.map(({ long }) => long));
    const calls = [...guide.matchAll(/^civic-widgets banners (\w+)(.*)$/gm)];
    assert.equal(calls.length, 2);
    for (const [, name, rest = ''] of calls) {
      assert.equal(name, report?.name());
      for (const [option] of rest.matchAll(/--[\w-]+/g)) assert.ok(known.has(option), option);
    }
  });
});
