import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { circles, readGraph, upwardImports } from '../../scripts/layers.js';

describe('the floors of the house', () => {
  it('lets a file import its own floor and those below', () => {
    const graph = new Map([
      ['widgets/news-list/news-list.ts', ['widgets/widget.ts', 'look/icons.ts', 'feed/read.ts', 'text/fold.ts']],
      ['node/cli.ts', ['feed/read.ts']],
      ['index.ts', ['embed/all.ts']],
    ]);
    assert.deepEqual(upwardImports(graph), []);
  });

  it('names every import that goes up, and folders without a floor', () => {
    const graph = new Map([
      ['feed/read.ts', ['look/icons.ts']],
      ['node/cli.ts', ['widgets/widget.ts']],
      ['attic/old.ts', []],
    ]);
    assert.deepEqual(upwardImports(graph), [
      'src/feed/read.ts imports upwards: src/look/icons.ts',
      'src/node/cli.ts imports upwards: src/widgets/widget.ts',
      'src/attic/old.ts: "attic" has no floor in scripts/layers.ts',
    ]);
  });

  it('finds circles, also through a third file', () => {
    const graph = new Map([
      ['text/a.ts', ['text/b.ts']],
      ['text/b.ts', ['text/c.ts']],
      ['text/c.ts', ['text/a.ts']],
      ['text/d.ts', ['text/a.ts']],
    ]);
    assert.deepEqual(circles(graph), ['text/a.ts → text/b.ts → text/c.ts → text/a.ts']);
    assert.deepEqual(circles(new Map([['text/a.ts', ['text/b.ts']]])), []);
  });

  it('reads static, dynamic and type imports and re-exports', () => {
    const folder = mkdtempSync(join(tmpdir(), 'layers-'));
    try {
      mkdirSync(join(folder, 'feed'));
      const source = `import type { A } from './a.js'; export * from '../text/b.js'; const c = import('./c.js'); import 'lit';`;
      writeFileSync(join(folder, 'feed/read.ts'), source);
      assert.deepEqual([...readGraph(folder)], [['feed/read.ts', ['feed/a.ts', 'text/b.ts', 'feed/c.ts']]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
