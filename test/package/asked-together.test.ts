import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { AWAITED } from '../../scripts/asked-together.js';
import { downloaded } from '../../scripts/size.js';
import { CALLED_AT_ONCE, COMPILE_HINT } from '../../scripts/squeeze.js';
import { built, dist } from '../support/built.js';

await built();

const cdn = join(dist, 'cdn');
const modules = readdirSync(cdn, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => file.endsWith('.js') && !/^(?:late|embed)\//.test(file) && !/^(?:civic-widgets|loader)\.js$/.test(file),
  )
  .map((file) => join(cdn, file));

describe('what a part needs', () => {
  it('is asked for together with it, and not found in it', () => {
    const seen = new Set<string>();
    for (const file of modules) {
      const code = readFileSync(file, 'utf8');
      // One of them by itself, or in a list of several that are asked for at once.
      for (const [together] of code.matchAll(/Promise\.all\(\[(?:import\("[^"]+"\),?)+\]\)|import\("[^"]+"\)/g)) {
        const [part = '', ...beside] = [...together.matchAll(/import\("([^"]+)"\)/g)].map(([, name = '']) =>
          join(dirname(file), name),
        );
        if (!AWAITED.test(part)) continue;
        seen.add(AWAITED.exec(part)?.[0] ?? '');
        const there = new Set([...downloaded(file), ...beside]);
        assert.deepEqual(
          downloaded(part).filter((needed) => needed !== part && !there.has(needed)),
          [],
          `${part} in ${file}`,
        );
      }
    }
    assert.equal(seen.size, 6, [...seen].join());
  });

  it('is asked for together with an open document by the classic script, too', () => {
    const script = readFileSync(join(cdn, 'civic-widgets.js'), 'utf8');
    const [together = ''] = /Promise\.all\(\[import\(new URL\("late\/document\.js"[^\]]*\]/.exec(script) ?? [];
    const asked = [...together.matchAll(/"late\/([^"]+)"/g)].map(([, name = '']) => join(cdn, 'late', name));
    assert.deepEqual(asked.sort(), downloaded(join(cdn, 'late/document.js')).sort());
    assert.ok(asked.length > 1);
  });
});

describe('what is called as a whole', () => {
  it('says so on its first line, and nothing else does', () => {
    const all = readdirSync(cdn, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    const hinted = all.filter((file) => readFileSync(join(cdn, file), 'utf8').startsWith(`${COMPILE_HINT}\n`));
    assert.deepEqual(
      hinted,
      all.filter((file) => CALLED_AT_ONCE.test(file.replace(/^late\//, ''))),
    );
    const names = hinted.map((file) => file.replace(/-[\w-]{7,8}\.js$|\.js$/, '')).sort();
    assert.deepEqual(
      names,
      [
        'chunks/autoplay',
        'chunks/citation-links',
        'chunks/citations',
        'chunks/civic-banner-rotator',
        'chunks/controls',
        'chunks/core',
        'chunks/document-markup',
        'chunks/document-view',
        'chunks/interaction',
        'chunks/texts',
        'late/cited',
        'late/citations',
        'late/markup',
      ].sort(),
    );
  });
});
