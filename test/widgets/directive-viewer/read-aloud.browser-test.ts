import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { click, mount, serve, until } from '../../support/page.js';
import {
  boxesOf,
  fake,
  fakeSpeech,
  heldUp,
  long,
  marked,
  placeOf,
  tool,
  type Utterance,
  withoutHighlights,
} from './reading-tools.js';
import { all, directive, DIRECTIVE, feedOf, NAME, one, viewer, words } from './viewers.js';

const VOICES = [{ lang: 'vi-VN' }];
const oneLine = (content_text: string) => feedOf(directive('a', 'A', {}, { content_text }));
const isPaused = (widget: Element) => words(one(widget, '.bar button')) === 'Đọc';

/** Says what is given to the voice, one after the other, until it gives no more for now. */
function listen(said: Utterance[]): void {
  for (let count = -1; count !== said.length;) {
    count = said.length;
    said[count - 1]?.onend?.();
  }
}

/** Opens the bar, and lets the title be said: what is said then is the text. */
async function listenToText(widget: Element, said: Utterance[]): Promise<void> {
  const before = said.length;
  await click(tool(widget, 'read-aloud'));
  await until(() => said.length > before, 'the title');
  const [title] = said.splice(before);
  expect(title?.text).to.equal(words(one(widget, '.header .title')));
  title?.onend?.();
}

describe('<civic-directive-viewer>, reading aloud', () => {
  it('speaks sentence by sentence, marks each, spells abbreviations out, pauses and changes speed', async () => {
    const said = fakeSpeech([{ lang: 'en-US' }, { lang: 'vi_VN' }]);
    const widget = await viewer(feedOf(directive('a', 'A', {}, { content_text: 'UBND quận báo cáo. Câu hai mẫu./.' })));
    await listenToText(widget, said);
    await until(() => said.length === 1, 'the first sentence');
    expect(said[0]?.text).to.equal('Ủy ban nhân dân quận báo cáo.');
    expect((said[0]?.voice as { lang: string }).lang).to.equal('vi_VN');
    expect(marked(widget, 'spoken').map((text) => text.trim())).to.deep.equal(['UBND quận báo cáo.']);
    said[0]?.onend?.();
    expect(said[1]?.text).to.equal('Câu hai mẫu');
    await click(one(widget, '.bar button'));
    await until(() => words(one(widget, '.bar button')) === 'Đọc', 'the pause');
    await click(one(widget, '.bar button'));
    await until(() => said.length === 3, 'going on');
    expect(said[2]?.text).to.equal('Câu hai mẫu');
    const speed = one(widget, '.speed select') as HTMLSelectElement;
    speed.value = '1.5';
    speed.dispatchEvent(new Event('change'));
    await until(() => said[said.length - 1]?.rate === 1.5, 'the speed');
    expect(await axeProblems(widget)).to.deep.equal([]);
    said[said.length - 1]?.onend?.();
    await until(() => words(one(widget, '.bar button')) === 'Đọc', 'the end');
    expect(marked(widget, 'spoken')).to.deep.equal([]);
  });

  it('reads the title first, which the text repeats, and marks it', async () => {
    const said = fakeSpeech(VOICES);
    const title = 'Quyết định về việc mẫu';
    const lines = [title, 'Điều 1. Một mẫu.', 'Điều 2. Hai mẫu./.'];
    const widget = await viewer(feedOf(directive('a', title, {}, { content_text: lines.join('\n') })));
    expect(one(widget, '.text').textContent).not.to.include(title);
    await click(tool(widget, 'read-aloud'));
    await until(() => said.length === 1, 'the title');
    if ('highlights' in CSS) expect(marked(widget, 'spoken')).to.deep.equal([title]);
    listen(said);
    expect(said.map(({ text }) => text)).to.deep.equal([title, 'Điều 1. Một mẫu.', 'Điều 2. Hai mẫu']);
  });

  it('says so where there is no Vietnamese voice, and where nothing speaks', async () => {
    fakeSpeech([{ lang: 'en-US' }]);
    const widget = await viewer(feedOf(DIRECTIVE));
    await click(tool(widget, 'read-aloud'));
    await until(() => words(all(widget, '.bar .note')[0])?.includes('chưa có giọng đọc tiếng Việt'), 'the word');
    fake(window, 'speechSynthesis', undefined);
    const other = await viewer(feedOf(DIRECTIVE));
    await click(tool(other, 'read-aloud'));
    await until(() => words(all(other, '.bar .note')[0])?.includes('không đọc thành tiếng'), 'the word');
  });
});

describe('<civic-directive-viewer>, reading aloud whatever a document is like', () => {
  it('says more than stands there, and marks what stands there', async () => {
    const said = fakeSpeech(VOICES);
    const sentences = ['Theo số 98/2023/NĐ-CP ở TP. Mẫu.', 'Câu hai KT-XH.'];
    const widget = await viewer(oneLine(sentences.join(' ')));
    await listenToText(widget, said);
    const isMarked = (index: number) => {
      if ('highlights' in CSS) expect(marked(widget, 'spoken').join().trim()).to.equal(sentences[index]);
    };
    isMarked(0);
    said[0]?.onend?.();
    isMarked(1);
    expect(said.map(({ text }) => text)).to.deep.equal([
      'Theo số 98/2023/Nghị định Chính phủ ở thành phố Mẫu.',
      'Câu hai kinh tế xã hội.',
    ]);
    expect(one(widget, '.text').textContent).to.include(sentences.join(' '));
  });

  it('marks the sentence with a box where the browser has no highlights, which goes with larger letters', async () => {
    withoutHighlights();
    const said = fakeSpeech(VOICES);
    const widget = await viewer(oneLine('Câu một mẫu. Câu hai mẫu.'));
    await listenToText(widget, said);
    await until(() => said.length === 1, 'the first sentence');
    const isAt = (sentence: string) => boxesOf(widget, 'spoken').join() === placeOf(widget, sentence).join();
    await until(() => isAt('Câu một mẫu.'), 'its box');
    said[0]?.onend?.();
    await until(() => isAt(' Câu hai mẫu.'), 'the next box');
    const before = boxesOf(widget, 'spoken').join();
    await click(tool(widget, 'larger'));
    await until(() => isAt(' Câu hai mẫu.') && boxesOf(widget, 'spoken').join() !== before, 'the larger box');
  });

  it('hears the end of a line between two words', async () => {
    const said = fakeSpeech(VOICES);
    const content_html = '<p>Mẫu.</p><table><tr><td>CHỦ TỊCH<br>Tên mẫu. Câu hai</td></tr></table>';
    const widget = await viewer(feedOf(directive('a', 'A', {}, { content_text: undefined, content_html })));
    await listenToText(widget, said);
    await until(() => said.length === 1, 'the first sentence');
    listen(said);
    expect(said.map(({ text }) => text)).to.deep.equal(['Mẫu.', 'CHỦ TỊCH Tên mẫu.', 'Câu hai']);
  });

  it('goes on with what comes while it reads, and marks it where links have cut the text', async () => {
    const said = fakeSpeech(VOICES);
    const release = heldUp();
    const feed = long(200);
    const item = feed.items[0] as unknown as { content_text: string };
    item.content_text = item.content_text.replace('Nội dung mẫu 1 hết.', 'Theo Điều 7, Điều 8. Mẫu hết.');
    const widget = await mount<DirectiveViewer>(`<${NAME} src="${await serve(feed)}"></${NAME}>`);
    await until(() => all(widget, '.text p').length > 10 && all(widget, '.waiting').length === 1, 'the first screen');
    await listenToText(widget, said);
    await until(() => said.length === 1, 'the first sentence');
    listen(said);
    const early = said.length;
    expect(early).to.be.within(20, 100);
    expect(isPaused(widget)).to.equal(false);
    release();
    await until(() => said.length > early, 'what has come');
    listen(said);
    await until(() => isPaused(widget), 'the end');
    const numbers = said.flatMap(({ text }) => /Nội dung mẫu (\d+)/.exec(text)?.[1] ?? []);
    expect(numbers).to.deep.equal([...Array(199).keys()].map((index) => String(index + 2)));
  });

  it('reads on in a text that is drawn anew', async () => {
    const said = fakeSpeech(VOICES);
    const widget = await viewer(oneLine('Câu một mẫu. Câu hai mẫu.\nTheo Nghị định số 98/2023/NĐ-CP. Câu cuối mẫu.'));
    await listenToText(widget, said);
    await until(() => said.length === 1, 'the first sentence');
    said[0]?.onend?.();
    said[1]?.onend?.();
    const text = one(widget, '.text');
    widget.citationUrl = '/tim?q={number}';
    await until(() => one(widget, '.text') !== text && all(widget, 'a.citation').length === 1, 'the text anew');
    const isMarked = () => marked(widget, 'spoken').join().trim() === 'Theo Nghị định số 98/2023/NĐ-CP.';
    if ('highlights' in CSS) await until(isMarked, 'the mark in it');
    said[2]?.onend?.();
    expect(said.slice(3).map((utterance) => utterance.text)).to.deep.equal(['Câu cuối mẫu.']);
  });
});

describe('two <civic-directive-viewer>s that read aloud', () => {
  for (const cancelled of ['onerror', 'onend'] as const) {
    it(`have one voice: the other pauses, and goes on where it was (${cancelled})`, async () => {
      const said = fakeSpeech(VOICES, cancelled);
      const first = await viewer(oneLine('Một mẫu. Hai mẫu.'));
      const second = await viewer(oneLine('Khác mẫu. Cuối mẫu.'));
      await listenToText(first, said);
      await until(() => said.length === 1, 'the first');
      await listenToText(second, said);
      await until(() => said.length === 2 && isPaused(first), 'the second alone');
      expect(isPaused(second)).to.equal(false);
      // Some browsers say late that it was cancelled.
      said[0]?.[cancelled]?.();
      expect(said.map(({ text }) => text)).to.deep.equal(['Một mẫu.', 'Khác mẫu.']);
      await click(one(first, '.bar button'));
      await until(() => said.length === 3 && isPaused(second), 'the first again');
      expect(said[2]?.text).to.equal('Một mẫu.');
      // Closing the one that is silent leaves the other alone.
      await click(tool(second, 'read-aloud'));
      await until(() => all(second, '.bar').length === 0, 'its bar to go');
      said[2]?.onend?.();
      expect(said[3]?.text).to.equal('Hai mẫu.');
      expect(isPaused(first)).to.equal(false);
    });
  }

  it('do not speak both when both waited for the voices', async () => {
    const voices: { lang: string }[] = [];
    const said = fakeSpeech(voices);
    const first = await viewer(oneLine('Một mẫu.'));
    const second = await viewer(oneLine('Khác mẫu.'));
    tool(first, 'read-aloud').click();
    await until(() => all(first, '.bar').length === 1, 'the first bar');
    tool(second, 'read-aloud').click();
    await until(() => all(second, '.bar').length === 1, 'the second bar');
    voices.push({ lang: 'vi-VN' });
    await until(() => said.length > 0, 'a sentence');
    await until(() => !isPaused(second) && isPaused(first), 'one of them');
    listen(said);
    expect(said.map(({ text }) => text)).to.deep.equal(['A', 'Khác mẫu.']);
  });
});
