import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementTypes } from '../../scripts/framework-types.js';
import { elementsOf } from '../../scripts/manifest.js';

const elements = elementsOf({
  modules: [
    { declarations: [{ name: 'Base' }] },
    {
      declarations: [
        {
          name: 'NewsList',
          tagName: 'civic-news-list',
          attributes: [
            { name: 'lang', type: { text: 'string' } },
            { name: 'limit', fieldName: 'limit', description: 'How many\n  at most.', type: { text: 'number' } },
            { name: 'by-day', fieldName: 'byDay', type: { text: 'boolean' } },
            { name: 'new-days', fieldName: 'newDays', type: { text: 'number' } },
          ],
          events: [{ name: 'civic-load', description: 'It is there.' }],
        },
      ],
    },
    { declarations: [{ name: 'CivicFeed', tagName: 'civic-feed' }] },
  ],
});

describe('the types for frameworks', () => {
  it('are of the elements alone, in the order of their names', () => {
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      ['civic-feed', 'civic-news-list'],
    );
    assert.match(elementTypes(elements), /^import type \{ CivicFeed, NewsList \} from '\.\.\/index\.js';$/m);
  });

  it('name each property by its type in the class, and each attribute as markup has it', () => {
    const [, list = ''] = elementTypes(elements).split('"civic-news-list": {');
    assert.equal(
      list.replaceAll(/^ */gm, ''),
      `
element: NewsList;
props: {
/** How many at most. */
limit?: NewsList["limit"] | undefined;
byDay?: NewsList["byDay"] | undefined;
"by-day"?: NewsList["byDay"] | undefined;
newDays?: NewsList["newDays"] | undefined;
"new-days"?: number | \`\${number}\` | undefined;
};
events: {
/** It is there. */
"civic-load": HTMLElementEventMap["civic-load"];
};
};
}
`,
    );
  });
});
