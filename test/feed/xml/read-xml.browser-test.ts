import { expect } from 'chai';
import type { FeedError } from '../../../src/feed/error.js';
import { read } from '../../../src/feed/read.js';
import { readXml } from '../../../src/feed/xml/read-xml.js';
import { NewsList } from '../../../src/widgets/news-list/news-list.js';
import { mount, serve, until } from '../../support/page.js';
import { SYSTEMS } from './samples.js';

NewsList.define();

const URL_OF_FEED = 'https://cms.example/feed.xml';
const received = (text: string, type = 'application/rss+xml') => ({ text, parts: [new TextEncoder().encode(text)], type }); // prettier-ignore

async function feedOf(xml: string) {
  return read(await readXml(received(xml), URL_OF_FEED), URL_OF_FEED);
}
const rss = (items: string, head = '', attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Mẫu</title><link>https://cms.example/</link>${head}${items}</channel></rss>`;
const itemOf = async (inside: string, attributes = '') => {
  const { feed, problems } = await feedOf(rss(`<item>${inside}</item>`, '', attributes));
  expect(problems).to.deep.equal([]);
  const [item] = feed.items;
  if (!item) throw new Error('no item');
  return item;
};
const at = (value: string | undefined) => Date.parse(value ?? '');

describe('what the systems of portals emit', () => {
  for (const [name, xml] of Object.entries(SYSTEMS)) {
    it(`${name}: everything that a reader needs`, async () => {
      const { feed, problems } = await feedOf(xml);
      expect(problems).to.deep.equal([]);
      expect(feed.title).to.equal('Trang mẫu');
      expect(feed.items.map(({ title }) => title)).to.deep.equal(['Tin mẫu số 1 – có dấu gạch', 'Tin mẫu số 2']);
      const [one, two] = feed.items;
      expect([one?.url, two?.url]).to.deep.equal(['https://cms.example/tin-1/', 'https://cms.example/tin-2/']);
      expect([at(one?.date_published), at(two?.date_published)]).to.deep.equal([
        Date.UTC(2024, 2, 1, 1),
        Date.UTC(2024, 1, 29, 1),
      ]);
      expect(one?.authors?.[0]?.name).to.equal('Ban biên tập');
      expect(one?.content_html).to.contain('<b>mẫu</b>');
      expect(one?.image).to.equal('https://cms.example/anh-1.jpg');
      expect([two?.content_html, two?.content_text, two?.summary].join()).to.contain('Tóm tắt mẫu');
    });
  }

  it('WordPress: tags, summary, icon, language, its own address', async () => {
    const { feed } = await feedOf(SYSTEMS.WORDPRESS);
    expect(feed.items[0]?.tags).to.deep.equal(['Tin mẫu', 'Thi đua & khen thưởng']);
    expect(feed.items[0]?.summary).to.equal('Tóm tắt mẫu […]');
    expect([feed.icon, feed.language, feed.feed_url, feed.home_page_url]).to.deep.equal([
      'https://cms.example/icon.png',
      'vi',
      'https://cms.example/feed/',
      'https://cms.example/',
    ]);
  });
});

describe('every version', () => {
  it('RSS 0.91, with a document type', async () => {
    const { feed } = await feedOf(
      `<!DOCTYPE rss SYSTEM "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title><item><title>A</title><link>/a</link></item></channel></rss>`,
    );
    expect(feed.items.map(({ title, url }) => [title, url])).to.deep.equal([['A', 'https://cms.example/a']]);
  });
  it('RSS 1.0 / RDF, whose items stand beside the channel', async () => {
    const { feed } = await feedOf(`<?xml version="1.0"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://cms.example/"><title>T</title><link>https://cms.example/</link>
          <items><rdf:Seq><rdf:li rdf:resource="https://cms.example/a"/></rdf:Seq></items></channel>
        <item rdf:about="https://cms.example/a"><title>A</title><link>https://cms.example/a</link>
          <dc:date>2024-03-01T08:00:00+07:00</dc:date><dc:subject>Chủ đề</dc:subject><dc:language>en</dc:language></item>
      </rdf:RDF>`);
    const [item] = feed.items;
    expect([feed.title, item?.id, item?.tags, item?.language]).to.deep.equal(['T', 'https://cms.example/a', ['Chủ đề'], 'en']); // prettier-ignore
    expect(at(item?.date_published)).to.equal(Date.UTC(2024, 2, 1, 1));
  });
  it('Atom 0.3', async () => {
    const { feed } = await feedOf(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>A</title><id>1</id><issued>2024-03-01T08:00:00</issued><content type="text/html" mode="escaped">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>',
    );
    expect([feed.items[0]?.date_published, feed.items[0]?.content_html]).to.deep.equal([
      '2024-03-01T08:00:00',
      '<p>x</p>',
    ]);
  });
  it('Atom 1.0: content as text, HTML and XHTML; a title that is text stays text', async () => {
    const entry = (id: string, inside: string) => `<entry><id>${id}</id>${inside}</entry>`;
    const { feed } = await feedOf(`<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>
      <link rel="next" href="?trang=2"/>
      ${entry('1', '<title type="text">Thẻ &lt;b&gt; là gì</title><content type="text">1 &lt; 2</content>')}
      ${entry('2', '<title type="html">Tin &lt;b&gt;mẫu&lt;/b&gt;</title><content type="html">&lt;p&gt;x&lt;/p&gt;</content>')}
      ${entry('3', '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Tin <i>mẫu</i></div></title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>y<br/></p></div></content>')}
      ${entry('4', '<title>D</title><link rel="enclosure" href="a.pdf" type="application/pdf" length="12" title="Tệp"/><link href="d.html"/>')}
    </feed>`);
    expect(feed.items.map(({ title }) => title)).to.deep.equal(['Thẻ <b> là gì', 'Tin mẫu', 'Tin mẫu', 'D']);
    expect(feed.items[0]?.content_text).to.equal('1 < 2');
    expect(feed.items[1]?.content_html).to.equal('<p>x</p>');
    expect(feed.items[2]?.content_html).to.match(/<p[^>]*>y<br/);
    expect(feed.items[3]?.attachments).to.deep.equal([
      { url: 'https://cms.example/a.pdf', mime_type: 'application/pdf', title: 'Tệp', size_in_bytes: 12 },
    ]);
    expect(feed.items[3]?.url).to.equal('https://cms.example/d.html');
    expect(feed.next_url).to.equal(`${URL_OF_FEED}?trang=2`);
  });
});

describe('traps', () => {
  it('namespaces under prefixes of their own, and prefixes that nobody declared', async () => {
    const own = await itemOf(
      '<guid>1</guid><c:encoded>&lt;p&gt;x&lt;/p&gt;</c:encoded><d:creator>A</d:creator><m:thumbnail url="/t.jpg"/>',
      'xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/"',
    );
    expect([own.content_html, own.authors?.[0]?.name, own.image]).to.deep.equal(['<p>x</p>', 'A', 'https://cms.example/t.jpg']); // prettier-ignore
    const none = await itemOf('<guid>1</guid><content:encoded><![CDATA[<p>x</p>]]></content:encoded><dc:date>01/03/2024</dc:date><media:group><media:content url="/t.jpg" medium="image"/></media:group>'); // prettier-ignore
    expect([none.content_html, none.date_published, none.image]).to.deep.equal(['<p>x</p>', '2024-03-01', 'https://cms.example/t.jpg']); // prettier-ignore
  });
  it('HTML in titles, escaped once, twice, in CDATA', async () => {
    for (const title of [
      'Tin &lt;b&gt;mẫu&lt;/b&gt; &amp;amp; khác',
      'Tin &amp;lt;b&amp;gt;mẫu&amp;lt;/b&amp;gt; &amp;amp;amp; khác',
      '<![CDATA[Tin <b>mẫu</b> &amp; khác]]>',
      'Tin mẫu &nbsp;&amp; khác',
    ]) {
      expect((await itemOf(`<guid>1</guid><title>${title}</title>`)).title).to.equal('Tin mẫu & khác');
    }
    expect((await itemOf('<guid>1</guid><title>Khi a &lt; b và b &gt; c</title>')).title).to.equal(
      'Khi a < b và b > c',
    );
  });
  it('double-escaped HTML', async () => {
    const item = await itemOf('<guid>1</guid><description>&amp;lt;p&amp;gt;Nội dung&amp;lt;/p&amp;gt;</description>');
    expect(item.content_html).to.equal('<p>Nội dung</p>');
  });
  it('undeclared entities, bare ampersands, control letters', async () => {
    const item = await itemOf('<guid>1</guid><title>Lễ &agrave; ph&ecirc; &ndash; A & B\x0b &#x1F;</title><link>https://cms.example/?a=1&b=2</link>'); // prettier-ignore
    expect([item.title, item.url]).to.deep.equal(['Lễ à phê – A & B', 'https://cms.example/?a=1&b=2']);
  });
  it('blank lines and warnings before the declaration, a BOM', async () => {
    for (const before of ['\n\n', '\uFEFF', '\uFEFF\n ', '<br />\n<b>Warning</b>: x\n']) {
      const xml = `${before}${rss('<item><guid>1</guid></item>')}`;
      expect((await feedOf(xml)).feed.items.length).to.equal(1);
    }
  });
  it('items without guid have their address for one, or their title and date', async () => {
    const { feed } = await feedOf(
      rss(`<item><title>A</title><link>/a</link></item>
        <item><title>B</title><pubDate>01/03/2024</pubDate></item>
        <item><title>B</title><pubDate>02/03/2024</pubDate></item>
        <item><description>không có gì để nhận ra</description></item>`),
    );
    expect(feed.items.map(({ id }) => id)).to.deep.equal(['https://cms.example/a', 'B 01/03/2024', 'B 02/03/2024']);
  });
  it('a guid that is an address is the address, unless it says that it is none', async () => {
    expect((await itemOf('<guid>https://cms.example/x</guid>')).url).to.equal('https://cms.example/x');
    expect((await itemOf('<guid isPermaLink="false">https://cms.example/x</guid>')).url).to.equal(undefined);
  });
  it('relative links with xml:base, one inside the other', async () => {
    const item = await itemOf(
      '<guid>1</guid><link xml:base="tin/">1.html</link><description xml:base="https://khac.example/x/">&lt;a href="a.html"&gt;a&lt;/a&gt;&lt;img src=\'/b.png\'&gt;&lt;a href="#c"&gt;</description>',
      'xml:base="https://goc.example/"',
    );
    expect(item.url).to.equal('https://goc.example/tin/1.html');
    expect(item.content_html).to.equal('<a href="https://khac.example/x/a.html">a</a><img src="https://khac.example/b.png"><a href="#c">'); // prettier-ignore
  });
  it('windows-1252', async () => {
    const xml = rss('<item><guid>1</guid><title>Caf\u00e9 \u2013 th\u00e0nh</title></item>');
    const bytes = Uint8Array.from(
      [...xml].map((letter) => (letter === '\u2013' ? 0x96 : letter === 'ẫ' ? 0x3f : letter.charCodeAt(0))),
    );
    const answer = { text: new TextDecoder().decode(bytes), parts: [bytes], type: 'text/xml; charset=windows-1252' };
    const { feed } = read(await readXml(answer, URL_OF_FEED), URL_OF_FEED);
    expect(feed.items[0]?.title).to.equal('Café – thành');
  });
  it('a date that cannot be read is said, its item stays', async () => {
    const { feed, problems } = await feedOf(rss('<item><guid>1</guid><pubDate>hôm qua</pubDate></item>'));
    expect(feed.items.length).to.equal(1);
    expect(problems).to.deep.equal([{ pointer: '/items/0/date_published', message: 'no date: "hôm qua"' }]);
  });
  it('an item that is broken is said; the others stay', async () => {
    const { feed, problems } = await feedOf(
      rss(`<item><guid>1</guid><title>A</title></item>
        <item><guid>2</guid><title>B <b>hỏng</title></item>
        <item><guid>3</guid><title>C</title></item>`),
    );
    expect([feed.title, feed.items.map(({ id }) => id)]).to.deep.equal(['Mẫu', ['1', '3']]);
    expect(problems[0]?.pointer).to.equal('/items/1/id');
    expect(problems[0]?.message).to.contain('broken');
  });
  describe('a long feed, which is parsed item by item,', () => {
    const many = (count: number, one = (n: number) => `<item><guid>${n}</guid><title>Tin mẫu ${n}</title></item>`) =>
      [...Array(count).keys()].map(one).join('\n');
    const ids = async (xml: string) => (await feedOf(xml)).feed.items.map(({ id }) => id);
    it('has all its items, and what stands around them', async () => {
      const { feed } = await feedOf(rss(many(3000)).replace('</channel>', '<language>vi</language></channel>'));
      expect([feed.title, feed.language, feed.items.length]).to.deep.equal(['Mẫu', 'vi', 3000]);
      expect(feed.items[2999]?.title).to.equal('Tin mẫu 2999');
    });
    it('is read as a whole where an item stands in the text of an item, or in a comment', async () => {
      const inside = '<item><guid>a</guid><description><![CDATA[<item><b>x</b></item>]]></description></item>';
      expect(await ids(rss(many(3000) + inside))).to.have.length(3001);
      expect(await ids(rss(many(3000) + '<!-- <item><guid>b</guid></item> -->'))).to.have.length(3000);
    });
    it('gives each item the address that its channel says', async () => {
      const link = (n: number) => `<item><guid isPermaLink="false">${n}</guid><link>tin/${n}</link></item>`;
      const { feed } = await feedOf(
        rss(many(3000, link)).replace('<channel>', '<channel xml:base="https://kenh.example/">'),
      );
      expect(feed.items[7]?.url).to.equal('https://kenh.example/tin/7');
    });
    it('says which item is broken', async () => {
      const { feed, problems } = await feedOf(rss(`${many(3000)}<item><guid>x</guid><title>B <b>hỏng</title></item>`));
      expect(feed.items).to.have.length(3000);
      expect(problems[0]?.pointer).to.equal('/items/3000/id');
    });
  });
  it('a feed that was cut off keeps the items that are whole', async () => {
    const whole = rss('<item><guid>1</guid><title>A</title></item><item><guid>2</guid><title>B</title></item>');
    const { feed } = await feedOf(whole.slice(0, whole.indexOf('B</title>')));
    expect(feed.items.map(({ title }) => title)).to.deep.equal(['A']);
  });
  it('script, style and links that run script never get through as such', async () => {
    const { feed } = await feedOf(rss('<item><guid>1</guid><link>javascript:alert(1)</link><enclosure url="javascript:x" type="image/png"/></item>')); // prettier-ignore
    expect([feed.items[0]?.url, feed.items[0]?.image]).to.deep.equal([undefined, undefined]);
  });
  it('entities that would fill the memory are not declared any more', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(99)}"><!ENTITY b "&a;&a;&a;&a;">]>${rss('<item><guid>1</guid><title>&b;</title></item>').replace(/^<\?xml[^>]*>/, '')}`; // prettier-ignore
    expect((await feedOf(bomb)).feed.items[0]?.title).to.equal('&b;');
  });
  it('what is no feed says so', async () => {
    for (const [xml, code] of [
      ['<!doctype html><html lang="vi"><title>Đăng nhập</title><form></form></html>', 'not-json'],
      ['<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'not-json'],
      ['<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'invalid-feed'],
      ['<', 'not-json'],
      ['<!doctype html><title>Lỗi', 'not-json'],
    ] as const) {
      const error: unknown = await feedOf(xml).catch((reason: unknown) => reason);
      expect((error as FeedError).code).to.equal(code);
    }
  });
});

describe('a widget with a feed in XML', () => {
  it('shows it like any other', async () => {
    const src = await serve(SYSTEMS.WORDPRESS, { type: 'application/rss+xml; charset=utf-8' });
    const list = await mount<NewsList>(`<civic-news-list src="${src}"></civic-news-list>`);
    await until(() => list.getAttribute('state') === 'ready', 'the list');
    const titles = [...(list.shadowRoot?.querySelectorAll('[part~=title]') ?? [])].map(
      ({ textContent }) => textContent,
    );
    expect(titles).to.deep.equal(['Tin mẫu số 1 – có dấu gạch', 'Tin mẫu số 2']);
  });
});
