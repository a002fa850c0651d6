import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from '../support/built.js';
import { makeConsumer } from './consumer.js';

const consumer = await makeConsumer();
after(() => consumer.remove());
const installed = join(consumer.folder, 'node_modules/civic-widgets');
const { bin, version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
  bin: Record<string, string>;
  version: string;
};
const command = join(installed, bin['civic-widgets'] ?? '');

describe('the installed command', () => {
  it('runs with nothing beside it but what a page needs', async () => {
    assert(!existsSync(join(consumer.folder, 'node_modules/fastify')));
    assert.equal(await consumer.node(command, '--version'), `${version}\n`);
    assert.match(await consumer.node(command, 'serve', '--help'), /--port/);
  });

  it('names the licences of what is in it', () => {
    const licences = readFileSync(join(root, 'dist/node/licences.txt'), 'utf8');
    for (const name of ['fastify', 'commander', 'pino']) assert.match(licences, new RegExp(`^${name}\n=+\n\n`, 'm'));
  });
});
