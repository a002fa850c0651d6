/** The demo in a real browser: all that the seed's page shows is there, from one request, in a strict policy. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { BANNERS, HOUSE_MESSAGE } from '../../demo/feed/banners.js';
import { readPortalPage } from '../../demo/feed/portal-page.js';
import { accessCounterStrings } from '../../src/locales/access-counter.js';
import { bannerRotatorStrings } from '../../src/locales/banner-rotator.js';
import { campaignListStrings } from '../../src/locales/campaign-list.js';
import { directiveViewerStrings } from '../../src/locales/directive-viewer.js';
import { newsListStrings } from '../../src/locales/news-list.js';
import { allReady, readThrough } from './in-page.js';
import { textOfPdf } from './pdf-text.js';
import { FEED, openPortal, type Portal, type Visit } from './portal.js';

const seed = readPortalPage(await readFile(new URL('../../demo/seed/portal-page.txt', import.meta.url), 'utf8'));
const POSTED_BY = 'Quốc Vũ';
/** The directive as the seed has it, down to its end mark; white space aside. */
const directive = bare(`${seed.title}${seed.body.slice(0, seed.body.lastIndexOf(POSTED_BY))}`);
const movements = [
  'Cả nước chung sức, xây dựng nông thôn mới',
  'Vì người nghèo - Không để ai bị bỏ lại phía sau',
  'Cán bộ, công chức, viên chức thi đua 2 thực hiện văn hóa công sở',
  'Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại và thực hành tiết kiệm, chống lãng phí',
  'Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời giai đoạn 2023 - 2030',
  'Xóa nhà tạm, nhà dột nát',
];

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Fails with the place where the texts part, not with both of them in full. */
function sameWords(actual: string, expected: string): void {
  const [left, right] = [bare(actual), bare(expected)];
  let same = 0;
  while (same < right.length && left[same] === right[same]) same += 1;
  assert.deepEqual(
    left.slice(same, same + 80),
    right.slice(same, same + 80),
    `after ${right.slice(0, same).slice(-80)}`,
  );
}

let portal: Portal;
before(async () => {
  portal = await openPortal();
});
after(() => portal.close());

/** Visible text of every element that matches, shadow roots included, in the order of the page. */
function texts(visit: Visit, selector: string): Promise<string[]> {
  return visit.page.evaluate(
    (wanted) =>
      window
        .everyElement()
        .filter((element): element is HTMLElement => element.matches(wanted))
        .map((element) => element.innerText.trim()),
    selector,
  );
}

describe('the portal page in a browser', () => {
  let visit: Visit;
  before(async () => {
    visit = await portal.visit();
    await visit.until(allReady, 'every widget to be ready');
    await visit.page.evaluate(readThrough);
  });
  after(() => visit.close());

  it('asks for its data once, whatever the number of widgets, and nothing from elsewhere', () => {
    const feed = visit.requests.filter((address) => new URL(address).pathname.endsWith(`/${FEED}`));
    assert.equal(feed.length, 1);
    for (const address of visit.requests) assert.equal(new URL(address).origin, portal.origin);
  });

  it('breaks no rule of its content security policy and says nothing in the console', async () => {
    const { violations, events } = await visit.records();
    assert.deepEqual(violations, []);
    assert.deepEqual(visit.complaints, []);
    assert.deepEqual(
      events.filter((event) => event.startsWith('civic-error')),
      [],
    );
  });

  it('notes down what the policy refuses, or the test above could not fail', async () => {
    const own = await portal.visit();
    await own.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'p { top: 0 }';
      document.body.append(style);
    });
    await own.until(() => window.records.violations.length > 0, 'a violation');
    assert.match((await own.records()).violations.join(), /style-src/);
    assert.ok(own.complaints.length > 0);
    await own.close();
  });

  it('shows the directive whole: its title, nine sections, the end mark and who posted it', async () => {
    const [viewer] = await visit.page.evaluate(() =>
      [...document.querySelectorAll('civic-directive-viewer')].map(({ shadowRoot }) => {
        const part = (name: string) => shadowRoot?.querySelector<HTMLElement>(`[part~=${name}]`)?.innerText ?? '';
        const sections = [...(shadowRoot?.querySelectorAll('.text .section') ?? [])];
        return {
          title: part('title'),
          text: part('text'),
          sections: sections.length,
          endMark: sections.pop()?.querySelector('.end-mark')?.textContent,
          postedBy: part('posted-by'),
        };
      }),
    );
    assert.ok(viewer);
    assert.match(viewer.postedBy, new RegExp(`^Người đăng:\\s+${POSTED_BY}$`));
    sameWords(viewer.title + viewer.text, directive + viewer.postedBy);
    assert.equal(viewer.sections, 9);
    assert.equal(viewer.endMark, './.');
  });

  it('has an outline with an entry for each section', async () => {
    const entries = await texts(visit, '[part~=outline-entry]');
    assert.deepEqual(
      entries.map((entry) => entry.slice(0, 2)),
      [...Array(9).keys()].map((index) => `${index + 1}.`),
    );
  });

  it('shows the page banner and all 17 notices, each with its words, and every picture comes', async () => {
    const banners = await visit.page.evaluate(() =>
      [...document.querySelectorAll('civic-banner-rotator')].flatMap((rotator) =>
        [...(rotator.shadowRoot?.querySelectorAll('img') ?? [])].map(({ alt, naturalWidth }) => ({
          alt,
          loaded: naturalWidth > 0,
        })),
      ),
    );
    assert.deepEqual(banners.map(({ alt }) => alt).sort(), BANNERS.map(({ text }) => text).sort());
    assert.equal(banners.length, 18);
    assert.deepEqual(
      banners.filter(({ loaded }) => !loaded),
      [],
    );
  });

  it('shows the house message in words, as the page has them without a script', async () => {
    const [drawn, written] = await visit.page.evaluate(() => [
      [...document.querySelectorAll('civic-banner-rotator')].flatMap((rotator) =>
        [...(rotator.shadowRoot?.querySelectorAll('.words') ?? [])].map((words) => words.textContent),
      ),
      [...document.querySelectorAll('.said')].map((words) => words.textContent),
    ]);
    assert.deepEqual(drawn, [HOUSE_MESSAGE.lines.join('')]);
    assert.deepEqual(written, drawn);
  });

  it('lists the six movements of section 3', async () => {
    const titles = await visit.page.evaluate(() =>
      [...(document.querySelector('civic-campaign-list')?.shadowRoot?.querySelectorAll('.title') ?? [])].map(
        ({ textContent }) => textContent.trim(),
      ),
    );
    assert.deepEqual([...titles].sort(), [...movements].sort());
  });

  it('has news, as a list and as a ticker, and commendations', async () => {
    const counts = await visit.page.evaluate(() =>
      [...document.querySelectorAll('civic-news-list')].map(
        ({ shadowRoot }) => shadowRoot?.querySelectorAll('[part~=title]').length,
      ),
    );
    assert.deepEqual(counts, [5, 4, 4]);
  });

  it('counts visits under the labels of the seed', async () => {
    const labels = await texts(visit, '[part~=list] dt[part~=label]');
    assert.deepEqual(labels, ['Đang online', 'Hôm nay', 'Trong tuần', 'Tất cả']);
    assert.deepEqual(labels, [...seed.counter.keys()]);
    assert.deepEqual(await texts(visit, 'dd[part~=number]'), ['3', '120', '520', '125.000']);
  });

  it('says what is counted, and how not to be', async () => {
    const said = await visit.page.$eval('#rieng-tu', (element) => element.textContent);
    for (const word of ['không dùng cookie', 'DNT', 'GPC']) assert.ok(said.includes(word), word);
  });

  it('prints the directive, and none of the portal around it', async () => {
    const printed = bare(textOfPdf(Buffer.from(await visit.page.pdf({ format: 'A4' }))));
    // Between the title and the text.
    const topics = bare('Chủ đề thi đua, khen thưởng, năm 2024');
    assert.equal(printed.split(topics).length, 2);
    const text = printed.replace(topics, '');
    sameWords(text.slice(text.indexOf(directive.slice(0, 40))).slice(0, directive.length), directive);
    assert.ok(text.endsWith(bare(POSTED_BY)));
    assert.ok(!text.includes(bare('Thống kê truy cập')));
  });
});

describe('the portal page in English', () => {
  let visit: Visit;
  before(async () => {
    visit = await portal.visit({
      async answer(request) {
        if (!request.isNavigationRequest()) return false;
        const page = await (await fetch(request.url())).text();
        await request.respond({ contentType: 'text/html', body: page.replace('<html lang="vi">', '<html lang="en">') });
        return true;
      },
    });
    await visit.until(allReady, 'every widget to be ready');
  });
  after(() => visit.close());

  it('makes every widget speak English', async () => {
    assert.deepEqual(await texts(visit, 'dt[part~=label]'), ['Online now', 'Today', 'This week', 'All time']);
    assert.deepEqual(await texts(visit, 'dd[part~=number]'), ['3', '120', '520', '125,000']);
    assert.match((await texts(visit, '[part~=posted-by]')).join(), /^Posted by/);
    assert.ok((await texts(visit, '[part~=status]')).includes('Under way'));
    const names = await visit.page.evaluate(() =>
      window.everyElement().map((element) => element.getAttribute('aria-label')),
    );
    assert.ok(names.includes('Pause the ticker'));
    assert.ok(names.includes('Contents'));
  });

  it('leaves no wording of the widgets in Vietnamese', async () => {
    const said = await visit.page.evaluate(() =>
      window
        .everyElement()
        .filter((element) => element.getRootNode() instanceof ShadowRoot)
        .flatMap((element) => [
          ...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map((node) => node.nodeValue ?? ''),
          ...['aria-label', 'aria-roledescription', 'title'].map((name) => element.getAttribute(name) ?? ''),
        ])
        .map((words) => words.trim().replace(/:$/, '')),
    );
    const tables = [
      accessCounterStrings,
      bannerRotatorStrings,
      campaignListStrings,
      directiveViewerStrings,
      newsListStrings,
    ];
    const vietnamese = new Set(tables.flatMap(({ vi }) => Object.values(vi)));
    assert.deepEqual(
      said.filter((words) => vietnamese.has(words)),
      [],
    );
  });

  it('keeps to the policy in English too', async () => {
    assert.deepEqual((await visit.records()).violations, []);
    assert.deepEqual(visit.complaints, []);
  });
});

describe('the portal page without scripts', () => {
  for (const width of [320, 1280]) {
    it(`is whole and readable at ${width} px`, async () => {
      const visit = await portal.visit({ width, scripts: false });
      const shown = await visit.page.evaluate(() => {
        const high = (element: Element) => element.getBoundingClientRect().height > 0;
        return {
          directive: document.querySelector<HTMLElement>('civic-directive-viewer')?.innerText ?? '',
          pictures: [...document.images].filter((image) => high(image) && image.naturalWidth > 0).map(({ alt }) => alt),
          news: [...document.querySelectorAll('civic-news-list a')]
            .filter(high)
            .map((link) => link.getAttribute('href')),
          movements: [...document.querySelectorAll('civic-campaign-list li')].filter(high).map((li) => li.textContent),
          figures: [...document.querySelectorAll('civic-access-counter li')].filter(high).length,
          width: document.documentElement.scrollWidth,
        };
      });
      sameWords(shown.directive, directive + POSTED_BY);
      const words = BANNERS.map(({ text }) => text);
      assert.deepEqual(shown.pictures.filter((alt) => words.includes(alt)).sort(), [...words].sort());
      assert.deepEqual(shown.news, ['#chi-thi', '#chi-thi', '#chi-thi']);
      assert.deepEqual(shown.movements, movements);
      assert.equal(shown.figures, 4);
      assert.equal(shown.width, width);
      assert.ok(!visit.requests.some((address) => address.endsWith(FEED)));
      await visit.close();
    });
  }
});
