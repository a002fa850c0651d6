import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { shapeSources } from '../../scripts/shape.js';
import { MAX_PROBLEMS } from '../../src/feed/read-head.js';
import { read } from '../../src/feed/read.js';
import { FeedSchema } from '../../src/feed/schema.js';

const BASE = 'https://quan.example/data/portal.json';
const feed = (rest: object) => ({ version: 'https://jsonfeed.org/version/1.1', title: 'Mẫu', ...rest });
const pointers = (raw: unknown) => read(raw, BASE).problems.map((problem) => problem.pointer);

describe('read', () => {
  it('keeps what is right, with absolute URLs, string ids and defaults', () => {
    const {
      feed: result,
      problems,
      isFeed,
    } = read(
      feed({
        items: [{ id: 7, url: 'tin/7', title: 'Tin mẫu', attachments: [{ url: 'a.pdf' }], user_comment: 'ignored' }],
      }),
      BASE,
    );
    assert.equal(isFeed, true);
    assert.deepEqual(problems, []);
    assert.deepEqual(result._civic, { v: 1, timezone: 'Asia/Ho_Chi_Minh', banners: [] });
    assert.deepEqual(result.items, [
      {
        id: '7',
        url: 'https://quan.example/data/tin/7',
        title: 'Tin mẫu',
        attachments: [{ url: 'https://quan.example/data/a.pdf', mime_type: 'application/octet-stream' }],
      },
    ]);
  });
  it('drops a wrong field, not its item', () => {
    const raw = feed({
      items: [
        { id: 'a', title: 5, url: 'javascript:alert(1)', date_published: '2024-02-30', tags: ['x', 3], image: {} },
      ],
    });
    assert.deepEqual(read(raw, BASE).feed.items, [{ id: 'a', tags: ['x'] }]);
    assert.deepEqual(pointers(raw).sort(), [
      '/items/0/date_published',
      '/items/0/image',
      '/items/0/tags/1',
      '/items/0/title',
      '/items/0/url',
    ]);
  });
  it('drops an item without its id, and one whose id is taken, not the feed', () => {
    const raw = feed({ items: [{ title: 'a' }, null, 'b', { id: '' }, { id: 'c' }, { id: 'c' }, { id: {} }] });
    assert.deepEqual(read(raw, BASE).feed.items, [{ id: 'c' }]);
    const found = pointers(raw);
    for (const index of [0, 1, 2, 3, 5, 6]) {
      assert.ok(
        found.some((pointer) => pointer.startsWith(`/items/${index}`)),
        `/items/${index}: ${found.join(' ')}`,
      );
    }
  });
  it('drops a banner without picture and a relation without target, and keeps their neighbours', () => {
    const raw = feed({
      _civic: {
        timezone: 'Sao Hỏa/Olympus',
        banners: [{ id: 'b1', image: 'a.svg', weight: -1 }, { id: 'b2' }, { id: 'b3', image: 'data:image/png,x' }],
        statistics: { online: 1.5, today: -1, total: '12', week: 3 },
      },
      items: [{ id: 'a', _civic: { directive: { relations: [{ type: 'amends' }, { type: 'amends', target: 'x' }] } } }],
    });
    const { feed: result } = read(raw, BASE);
    assert.deepEqual(result._civic.banners, [{ id: 'b1', image: 'https://quan.example/data/a.svg' }]);
    assert.deepEqual(result._civic.statistics, { week: 3 });
    assert.equal(result._civic.timezone, 'Asia/Ho_Chi_Minh');
    assert.deepEqual(result.items[0]?._civic?.directive?.relations, [{ type: 'amends', target: 'x' }]);
    assert.ok(pointers(raw).includes('/_civic/banners/1'));
    assert.ok(pointers(raw).includes('/_civic/timezone'));
  });
  it('keeps a banner that has words instead of a picture, and reports one that has neither', () => {
    const list = [
      { id: 'a', text: 'Lời mẫu' },
      { id: 'b', text: '' },
      { id: 'c', text: 5 },
      { id: 'd', text: 'x', image: 'javascript:1' },
    ];
    const { feed: result, problems } = read(feed({ _civic: { banners: list }, items: [] }), BASE);
    assert.deepEqual(result._civic.banners, [
      { id: 'a', text: 'Lời mẫu' },
      { id: 'd', text: 'x' },
    ]);
    assert.deepEqual(problems, [
      { pointer: '/_civic/banners/1', message: 'left out: no usable "image"' },
      { pointer: '/_civic/banners/2/text', message: 'no text: 5' },
      { pointer: '/_civic/banners/2', message: 'left out: no usable "image"' },
      { pointer: '/_civic/banners/3/image', message: 'no resource: "javascript:1"' },
    ]);
  });
  it('takes null for what is not there', () => {
    assert.deepEqual(read(feed({ items: [{ id: 'a', title: null }] }), BASE).problems, []);
  });
  it('shows the items of a feed without version and title, and says so', () => {
    assert.deepEqual(pointers({ items: [] }), ['/version', '/title']);
    assert.equal(read({ items: [] }, BASE).isFeed, true);
  });
  it('refuses what is no feed', () => {
    for (const raw of [
      undefined,
      null,
      1,
      '',
      'x',
      true,
      [],
      [feed({ items: [] })],
      {},
      { items: {} },
      { items: '' },
    ]) {
      const { isFeed, feed: empty, problems } = read(raw, BASE);
      assert.equal(isFeed, false);
      assert.deepEqual(empty.items, []);
      assert.equal(problems.length, 1);
    }
  });
  it('escapes JSON pointers (RFC 6901)', () => {
    const organ = { name: 'x', parent: { name: 1 } };
    assert.deepEqual(pointers(feed({ items: [{ id: 'a', _civic: { directive: { organ } } }] })), [
      '/items/0/_civic/directive/organ/parent/name',
      '/items/0/_civic/directive/organ/parent',
    ]);
  });
  it('counts what a report has no room for', () => {
    const { problems } = read(feed({ items: Array(1000).fill({}) }), BASE);
    assert.equal(problems.length, MAX_PROBLEMS + 1);
    assert.match(problems[MAX_PROBLEMS]?.message ?? '', /^800 more/);
  });
  it('gives up an item nested deeper than the stack, not the feed', () => {
    let organ: object = { name: 'x' };
    for (let depth = 0; depth < 200_000; depth++) organ = { name: 'x', parent: organ };
    const { feed: result } = read(
      feed({ items: [{ id: 'deep', _civic: { directive: { organ } } }, { id: 'b' }] }),
      BASE,
    );
    assert.deepEqual(
      result.items.map((item) => item.id),
      ['b'],
    );
  });
  it('survives objects with a will of their own', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    assert.equal(read(trap, BASE).isFeed, false);
    assert.deepEqual(read(feed({ items: [trap, { id: 'a' }] }), BASE).feed.items, [{ id: 'a' }]);
  });
  it('takes over no prototype', () => {
    const raw = JSON.parse(
      '{"version":"1","title":"t","items":[{"__proto__":{"id":"evil"}},{"id":"a","__proto__":{"title":"evil"}}]}',
    ) as unknown;
    const { feed: result } = read(raw, BASE);
    assert.deepEqual(result.items, [{ id: 'a' }]);
    assert.equal(result.items[0]?.title, undefined);
  });
});

/** Values of every JSON type under the keys that the schema knows, so that the search soon hits something. */
const keys = fc.constantFrom(
  'id',
  'items',
  'title',
  'version',
  'url',
  'image',
  '_civic',
  'banners',
  'kind',
  'directive',
  'campaign',
  'organ',
  'name',
  'parent',
  'relations',
  'type',
  'target',
  'start',
  'end',
  'progress',
  'value',
  'tags',
  'authors',
  'statistics',
  'online',
  'timezone',
  'attachments',
  'sources',
  'src',
  'date_published',
  'weight',
  'hours',
  'weekdays',
  'maxPerDay',
  'advertisers',
  'language',
  'basis',
  'status',
);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    'directive',
    'amends',
    'https://x.example/',
    'javascript:1',
    '2024-01-01',
    '2024-02-30',
    'UTC',
    3,
    -1,
    0.5,
    Infinity,
    '',
    null,
    true,
  ),
  fc.string(),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof({ depthSize: 'medium' }, leaf, fc.array(tie('json')), fc.dictionary(keys, tie('json'))),
}));

describe('read and its schema', () => {
  it('reads whatever there is without throwing, and what comes out is a feed by its own schema', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          json,
          json.map((items) => ({ ...feed({}), items: [items].flat() })),
          fc.anything(),
        ),
        (raw) => {
          const result = read(raw, BASE);
          const check = v.safeParse(FeedSchema, result.feed);
          assert.ok(check.success, JSON.stringify(check.issues?.map((issue) => v.getDotPath(issue))));
          if (!result.isFeed) assert.equal(result.problems.length, 1);
        },
      ),
      { numRuns: 2000 },
    );
  });
  it('loses nothing and reports nothing of what the schema accepts', () => {
    const withoutNull = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(withoutNull)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .filter(([, entry]) => entry !== null)
                .map(([key, entry]) => [key, withoutNull(entry)]),
            )
          : value;
    // To the library a list is an object; to JSON Schema, and to us, it is not.
    const hasListForObject = (value: unknown): boolean =>
      typeof value === 'object' &&
      value !== null &&
      Object.entries(value).some(
        ([key, entry]) =>
          (Array.isArray(entry) &&
            (Array.isArray(value) ||
              /^(_civic|directive|campaign|organ|parent|successor|progress|signer|signature)$/.test(key))) ||
          hasListForObject(entry),
      );
    let compared = 0;
    fc.assert(
      fc.property(json, fc.integer(), (raw, id) => {
        const item = { ...(typeof raw === 'object' && !Array.isArray(raw) ? (withoutNull(raw) as object) : {}), id };
        const parsed = v.safeParse(FeedSchema, feed({ items: [item] }));
        if (!parsed.success || hasListForObject(item)) return;
        compared++;
        const result = read(feed({ items: [item] }), BASE);
        assert.deepEqual(result.problems, []);
        assert.deepEqual(
          Object.keys(result.feed.items[0] ?? {}).sort(),
          Object.keys(parsed.output.items[0] ?? {}).sort(),
        );
      }),
      { numRuns: 3000 },
    );
    assert.ok(compared > 300, `only ${compared} samples were valid`);
  });
  it('has its shape generated from the schema as it is now', async () => {
    for (const [file, text] of await shapeSources()) assert.equal(readFileSync(file, 'utf8'), text);
  });
});
