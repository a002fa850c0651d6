import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FeedItem } from '../../../src/feed/schema.js';
import { legislation } from '../../../src/widgets/directive-viewer/json-ld.js';
import { typeOf } from '../../../src/widgets/directive-viewer/type-of.js';

type Directive = NonNullable<NonNullable<FeedItem['_civic']>['directive']>;

/** As it is written into the page: what is undefined is not there. */
const told = (directive: Directive, rest: Partial<FeedItem> = {}): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(
      legislation({ id: 'a', title: 'Văn bản mẫu', ...rest, _civic: { directive } }, 'vi', typeOf(directive)),
    ),
  ) as Record<string, unknown>;

describe('what search engines are told of a document', () => {
  it('is its type as its header has it: by name, by what its code stands for, or by its code', () => {
    const type = (directive: Directive) => told(directive)['legislationType'];
    assert.equal(type({ typeCode: 'QĐ', typeName: ' ' }), 'Quyết định');
    assert.equal(type({ typeCode: 'QĐ', typeName: 'Quyết định cá biệt' }), 'Quyết định cá biệt');
    assert.equal(type({ typeCode: 'XYZ' }), 'XYZ');
    assert.equal(type({}), undefined);
  });

  it('is when it is in force, from one day on, until one, or both', () => {
    const [effectiveFrom, effectiveTo] = ['2024-02-15', '2026-12-31'];
    const timeOf = (directive: Directive) => told(directive)['temporalCoverage'];
    assert.equal(timeOf({ effectiveFrom, effectiveTo }), '2024-02-15/2026-12-31');
    assert.equal(timeOf({ effectiveFrom }), '2024-02-15/..');
    assert.equal(timeOf({ effectiveTo }), '../2026-12-31');
    assert.equal(timeOf({}), undefined);
  });

  it('is who wrote it, as far as that is said, and who posted it', () => {
    const authors = [{ name: 'Cơ quan mẫu', url: 'https://example.org/' }, { avatar: 'https://example.org/a.png' }];
    const poster = { '@type': 'Person', name: 'Người mẫu' };
    const organ = { name: 'Cơ quan mẫu', url: 'https://example.org/' };
    assert.deepEqual(told({}, { authors })['author'], [organ]);
    assert.deepEqual(told({ postedBy: 'Người mẫu' }, { authors })['author'], [organ, poster]);
    assert.deepEqual(told({ postedBy: 'Người mẫu' })['author'], [poster]);
    // Once is enough.
    assert.deepEqual(told({ postedBy: 'Cơ quan mẫu' }, { authors })['author'], [organ]);
    assert.equal('author' in told({}, { authors: [{}] }), false);
  });

  it('is how large its files are, where the feed says so', () => {
    const attachments = [1_234_567, 0, undefined].map((size_in_bytes) => ({
      url: 'https://example.org/a.pdf',
      mime_type: 'application/pdf',
      ...(size_in_bytes === undefined ? {} : { size_in_bytes }),
    }));
    const sizes = (told({}, { attachments })['encoding'] as { contentSize?: string }[]).map((file) => file.contentSize);
    assert.deepEqual(sizes, ['1234567 B', '0 B', undefined]);
  });
});
