/** What the library does without a page: reading a feed, outlining a text. */
import { read } from '../../src/feed/read.js';
import { outlineText } from '../../src/text/outline.js';
import { interleaved, ms, timed, times, type Table } from './figures.js';

const ITEMS = 10_000;
const ARTICLES = 600;
const ROUNDS = 9;

/** A feed of news as portals write them; its words say that they are a sample. */
function bigFeed(): string {
  const items = [...Array(ITEMS).keys()].map((index) => ({
    id: `mau-${index}`,
    url: `https://example.org/tin/${index}`,
    title: `Tin mẫu số ${index} về việc triển khai một nhiệm vụ mẫu`,
    summary: 'Tóm tắt mẫu của một tin, dài chừng một câu như trên cổng thông tin.',
    content_text: 'Nội dung mẫu. '.repeat(12),
    image: `/anh/${index}.jpg`,
    date_published: `2024-03-${String((index % 28) + 1).padStart(2, '0')}T08:00:00+07:00`,
    authors: [{ name: 'Phường mẫu' }],
    tags: ['mẫu', 'thi đua'],
    _civic: { kind: 'news' },
  }));
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Nguồn tin mẫu', items });
}

/** A law of 600 Điều in Chương, each with khoản and điểm; its words say that they are a sample. */
function bigLaw(): string {
  const lines = ['LUẬT MẪU', 'Quốc hội ban hành Luật mẫu này để đo.'];
  for (let article = 1; article <= ARTICLES; article += 1) {
    if (article % 30 === 1) lines.push(`Chương ${Math.ceil(article / 30)}`, 'QUY ĐỊNH MẪU');
    lines.push(`Điều ${article}. Tên điều mẫu`);
    for (let clause = 1; clause <= 4; clause += 1) {
      lines.push(`${clause}. Khoản mẫu theo Nghị định số 98/2023/NĐ-CP, dài như một câu của luật vẫn dài:`);
      for (const point of ['a', 'b', 'c']) lines.push(`${point}) Điểm mẫu quy định một việc mẫu cho cơ quan mẫu;`);
    }
  }
  return `${lines.join('\n')}./.`;
}

export async function measurePure(): Promise<Table> {
  const body = bigFeed();
  const value: unknown = JSON.parse(body);
  const law = bigLaw();
  const outlined = outlineText(law);
  const { problems, feed } = read(value, 'https://example.org/');
  if (problems.length > 0 || feed.items.length !== ITEMS) throw new Error('The feed to be measured is not read whole.');
  const articles = JSON.stringify(outlined.sections).match(/"level":"article"/g) ?? [];
  if (articles.length !== ARTICLES) throw new Error('The law to be measured is not outlined whole.');

  const median = await interleaved(ROUNDS, {
    parse: () => timed(() => JSON.parse(body) as unknown),
    read: () => timed(() => read(value, 'https://example.org/')),
    words: () => timed(() => law.split(/\s+/)),
    outline: () => timed(() => outlineText(law)),
  });
  const megabytes = (text: string) => `${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`;
  return {
    title: 'Work without a page',
    note: `In Node. ${ITEMS} items are ${megabytes(body)} of JSON; a law of ${ARTICLES} Điều with 4 khoản of 3 điểm each is ${megabytes(law)} of text.`,
    head: ['what', 'takes', 'yardstick', 'takes', 'ratio'],
    rows: [
      [
        `read() of ${ITEMS} items`,
        ms(median.read),
        'JSON.parse alone',
        ms(median.parse),
        times(median.read / median.parse),
      ],
      [
        `outlineText() of ${ARTICLES} Điều`,
        ms(median.outline),
        'splitting into words',
        ms(median.words),
        times(median.outline / median.words),
      ],
    ],
  };
}
