import assert from 'node:assert/strict';
import { ErrorReply } from '@redis/client';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { addressesOf, reasonOf, shownAddress } from '../../../src/node/redis/link.js';
import { openRedis } from '../../../src/node/redis/open.js';

describe('a Redis', () => {
  it('that is too old is refused', async () => {
    const info = '# Server\r\nredis_version:6.2.1\r\ncluster_enabled:0\r\n';
    // It says OK to whatever it is asked, and tells only of itself.
    const server = createServer((socket) => {
      socket.on('data', (data) => {
        for (const command of data
          .toString()
          .split(/\*\d+\r\n/)
          .slice(1)) {
          socket.write(command.includes('INFO\r\n') ? `$${info.length}\r\n${info}\r\n` : '+OK\r\n');
        }
      });
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
    try {
      await assert.rejects(openRedis(`redis://127.0.0.1:${port}`, 'presence'), { code: 'redis-too-old' });
    } finally {
      server.close();
    }
  });

  it('is shown without its password, however it is written', () => {
    assert.equal(shownAddress('redis://me:secret@a:7000/1,rediss://:secret@b:7001'), 'redis://a:7000,rediss://b:7001');
    assert.doesNotMatch(shownAddress('redis://me:secret@[broken'), /secret/);
    assert.deepEqual(addressesOf('redis://a,redis://b,'), ['redis://a', 'redis://b']);
  });

  it('says by its failures what an operator has to do', () => {
    const reasons = [
      ['OOM command not allowed', 'memory-full'],
      ['MISCONF Errors writing to the AOF file: No space left on device', 'disk-full'],
      ['READONLY You can’t write against a read only replica.', 'read-only'],
      ['CLUSTERDOWN The cluster is down', 'unreachable'],
      ['LOADING Redis is loading the dataset in memory', 'busy'],
      ['ERR something else', 'failing'],
    ] as const;
    for (const [message, reason] of reasons) assert.equal(reasonOf(new ErrorReply(message)), reason);
    assert.equal(reasonOf(new Error('connect ECONNREFUSED')), 'unreachable');
  });
});
