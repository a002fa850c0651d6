/** What comes out of a printer: the built viewer in Chromium, its printed frame made a PDF. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { NEVER, openPrinter, type Printed, type Printer } from './printer.js';

const paragraph = 'Câu mẫu để lấp đầy trang giấy, viết riêng cho phép thử này và không có nghĩa gì khác. '.repeat(6);
const directive = {
  typeName: 'Quyết định',
  codeNumber: '01',
  codeNotation: 'QĐ-MAU',
  organ: { name: 'Phường Mẫu', parent: { name: 'Thành phố Mẫu' } },
  place: 'Phường Mẫu',
  issuedDate: '2024-02-05',
  signer: { authority: 'TM. CƠ QUAN MẪU', position: 'Chủ tịch', fullName: 'Tên Mẫu' },
  recipients: ['Như Điều 3', 'Lưu: VT'],
};
const LONG_TEXT = [
  '<p>Căn cứ Luật mẫu;</p>',
  ...[1, 2, 3, 4, 5, 6].map((n) => `<p>Điều ${n}. Điều mẫu thứ ${n}</p><p>1. ${paragraph}</p><p>2. ${paragraph}</p>`),
  '<table><tr><th>Cột</th><th>Giá trị</th></tr><tr><td>Ưu tiên</td><td>Ỷ</td></tr></table><p>Hết phần mẫu./.</p>',
].join('');
const DECISION = [
  'ỦY BAN NHÂN DÂN PHƯỜNG MẪU',
  'Căn cứ Luật mẫu;',
  'QUYẾT ĐỊNH:',
  'Điều 1. Ban hành kèm theo Quyết định này Quy chế mẫu.',
  'Điều 2. Quyết định này có hiệu lực từ ngày ký.',
  'Điều 3. Các đơn vị mẫu thi hành Quyết định này./.',
];
const RULES = [
  'QUY CHẾ',
  'Về việc làm mẫu',
  '(Ban hành kèm theo Quyết định số 01/QĐ-MAU ngày 05 tháng 02 năm 2024)',
  'Chương I',
  'QUY ĐỊNH MẪU',
  'Điều 1. Phạm vi mẫu',
  paragraph,
  'Điều 2. Câu cuối của quy chế mẫu./.',
];
const html = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const SIGN_OFF_TABLE =
  '<table><tr><td><p>Nơi nhận:</p><p>- Như Điều 3;</p><p>- Lưu: VT.</p></td>' +
  '<td><p>TM. CƠ QUAN MẪU</p><p>CHỦ TỊCH</p><p>Tên Mẫu</p></td></tr></table>';

/** An amount of its own for each cell, which has no place to break. */
const amount = (column: number) => `10.250.000.${100 + column}`;
/** A paragraph before and after a table of one row; none of no columns. */
const withTable = (columns: number) => {
  const cells = [...Array(columns).keys()].map((column) => `<td width="90"><p>${amount(column)}</p></td>`).join('');
  const table = columns > 0 ? `<table width="2000"><tr>${cells}</tr></table>` : '';
  return `<p>1. ${paragraph}</p>${table}<p>2. ${paragraph}</p>`;
};

const item = (id: string, data: object) => ({
  id,
  url: `https://example.org/vb/${id}`,
  title: 'Quyết định về việc mẫu',
  _civic: { kind: 'directive', directive },
  ...data,
});
const ITEMS = [
  item('mau', { content_html: LONG_TEXT }),
  item('quy-che', { content_html: html([...DECISION, ...RULES]) }),
  item('bang', { content_html: html(DECISION) + SIGN_OFF_TABLE + html(RULES) }),
  item('khong-du-lieu', {
    title: 'Chỉ thị mẫu của một nơi',
    _civic: { kind: 'directive' },
    content_html: `<table><tr><td><p>ỦY BAN NHÂN DÂN</p><p>PHƯỜNG MẪU</p><p>-----</p></td>
      <td><p>CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập – Tự do – Hạnh phúc</p></td></tr>
      <tr><td>Số: 09/CT-MAU</td><td>Phường Mẫu, ngày 07 tháng 3 năm 2024</td></tr></table>
      <p>CHỈ THỊ</p><p>Về việc mẫu</p><p>Câu đầu của bản mẫu.</p><p>1. Việc mẫu thứ nhất.</p><p>2. Việc mẫu cuối.</p>
      <p>Nơi nhận:</p><p>- Các đơn vị mẫu;</p><p>- Lưu: VT.</p><p>CHỦ TỊCH</p><p>Người Mẫu</p>`,
  }),
  item('nguoi-dang', {
    _civic: { kind: 'directive', directive: { typeName: 'Quyết định' } },
    content_text: 'Điều 1. Việc mẫu.\nĐiều 2. Việc mẫu cuối./.\nNgười Mẫu',
  }),
  item('dau-sau-ten', {
    content_text: '1. Việc mẫu.\n2. Việc cuối.\nNơi nhận:\n- Như trên;\nTM. CƠ QUAN MẪU\nCHỦ TỊCH\nTên Mẫu./.',
  }),
  item('dau-sau-ten-html', {
    content_html: html(['1. Việc mẫu.', '2. Việc cuối.', 'Nơi nhận:', '- Như trên;', 'CHỦ TỊCH', 'Tên Mẫu./.']),
  }),
  ...[0, 8, 10, 16, 40].map((columns) => item(`rong-${columns}`, { content_html: withTable(columns) })),
  item('dong-dai', {
    content_html:
      `<p>1. ${paragraph}</p><pre>${'Dòng mẫu không xuống hàng '.repeat(20)}cuối dòng</pre>` +
      `<ul><li>https://example.org/${'mau-'.repeat(60)}cuoi</li></ul><p>2. ${paragraph}</p>`,
  }),
  item('cong-van', {
    title: 'Công văn về việc mời dự cuộc họp mẫu',
    _civic: { kind: 'directive', directive: { ...directive, typeName: 'Công văn', codeNotation: 'MAU-VP' } },
    content_text: 'Kính gửi: Nơi mẫu.\nCâu mẫu của công văn./.',
  }),
  item('hinh', { content_html: `${html(DECISION)}<p>Hình: <img src="${NEVER}" alt="Hình mẫu"></p>` }),
];

/** How often the words stand there. */
const count = (text: string, words: string) => text.split(words).length - 1;

function inOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    assert.ok(at >= 0, `${part} after ${parts[parts.indexOf(part) - 1] ?? 'the beginning'} in ${text}`);
    from = at + part.length;
  }
}

describe('a printed document', () => {
  let printer: Printer;
  let long: Printed;

  before(async () => {
    printer = await openPrinter(ITEMS);
    long = await printer.print('mau');
  });

  after(() => printer.close());

  it('holds the document in the form of the decree, and nothing of the page around it', () => {
    inOrder(long.text, [
      'THÀNH PHỐ MẪU',
      'PHƯỜNG MẪU',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 01/QĐ-MAU',
      'Phường Mẫu, ngày 05 tháng 02 năm 2024',
      'QUYẾT ĐỊNH',
      'Về việc mẫu',
      'Căn cứ',
      'Điều 1.',
      'Điều 6. Điều mẫu thứ 6',
      'Hết phần mẫu./.',
      'Nơi nhận:',
      '- Như Điều 3;',
      '- Lưu: VT.',
      'TM. CƠ QUAN MẪU',
      'CHỦ TỊCH',
      'Tên Mẫu',
    ]);
    assert.doesNotMatch(long.text, /KHUNG|Trang của cổng|Nguồn mẫu|Mục lục|Chia sẻ|§/);
  });

  it('is A4, and numbered from the second page on, in the middle of the upper margin', () => {
    const millimetres = 72 / 25.4;
    assert.ok(long.pages.length >= 3, String(long.pages.length));
    for (const [index, { width, height, runs }] of long.pages.entries()) {
      assert.ok(Math.abs(width - 595) <= 1 && Math.abs(height - 842) <= 1, `${width} × ${height}`);
      const above = runs.filter(({ y }) => y > height - 20 * millimetres);
      assert.deepEqual(
        above.map(({ text }) => text),
        index === 0 ? [] : [String(index + 1)],
      );
      // The margins are 30 and 15 mm wide; the words begin half a figure before their middle.
      const middle = (30 + (210 - 30 - 15) / 2) * millimetres;
      for (const { x } of above) assert.ok(Math.abs(x + 3.25 - middle) < 2, `${x} of ${middle}`);
      const below = runs.filter(({ y }) => y < 20 * millimetres - 1);
      assert.deepEqual(below, []);
    }
  });

  it('has the sign-off at the end of the decision, before what it issues', async () => {
    const { text, pages } = await printer.print('quy-che');
    inOrder(text, ['thi hành Quyết định này./.', 'Nơi nhận:', '- Lưu: VT.', 'TM. CƠ QUAN MẪU', 'Tên Mẫu', 'QUY CHẾ']);
    inOrder(text, [
      'QUY CHẾ',
      'Về việc làm mẫu',
      '(Ban hành kèm theo',
      'Chương I',
      'Câu cuối của quy chế mẫu./.',
      'Bản đăng',
    ]);
    for (const once of ['Nơi nhận:', 'Tên Mẫu', 'CỘNG HÒA', 'QUYẾT ĐỊNH:']) assert.equal(count(text, once), 1, once);
    const second = pages[1]?.runs.map((run) => run.text).join('') ?? '';
    assert.match(second, /^2\s*QUY CHẾ/);
  });

  it('has a sign-off in a table once', async () => {
    const { text } = await printer.print('bang');
    inOrder(text, [
      'thi hành Quyết định này./.',
      'Nơi nhận:',
      '- Lưu: VT.',
      'TM. CƠ QUAN MẪU',
      'CHỦ TỊCH',
      'Tên Mẫu',
      'QUY CHẾ',
    ]);
    for (const once of ['Nơi nhận:', 'CHỦ TỊCH', 'Tên Mẫu']) assert.equal(count(text, once), 1, once);
  });

  it('has a sign-off once whose end mark stands behind the name', async () => {
    for (const id of ['dau-sau-ten', 'dau-sau-ten-html']) {
      const { text } = await printer.print(id);
      inOrder(text, ['Việc cuối.', 'Nơi nhận:', '- Như trên;', 'CHỦ TỊCH', 'Tên Mẫu./.', 'Bản đăng']);
      for (const once of ['Nơi nhận:', 'CHỦ TỊCH', 'Tên Mẫu', './.'])
        assert.equal(count(text, once), 1, `${id} ${once}`);
    }
  });

  /** How far the lines of the first long paragraph are from each other, and how long they are: both go with the letters. */
  const lettersOf = ({ pages }: Printed) => {
    const lines = new Map<number, string>();
    for (const { text, y } of pages[0]?.runs ?? []) lines.set(y, (lines.get(y) ?? '') + text);
    const all = [...lines];
    const at = all.findIndex(([, text]) => text.startsWith('1. Câu'));
    return all.slice(at, at + 3).map(([y, text]) => `${(y - (all[at]?.[0] ?? 0)).toFixed(1)} ${text}`);
  };

  it('has every cell of a wide table on the sheet, and its text as large as without', async () => {
    const plain = lettersOf(await printer.print('rong-0'));
    assert.equal(plain.length, 3);
    for (const columns of [8, 10, 16, 40]) {
      const printed = await printer.print(`rong-${columns}`);
      assert.deepEqual(lettersOf(printed), plain, String(columns));
      // A cell's lines may be drawn among those of its neighbours: what begins at one place belongs together.
      const cells = new Map<number, string>();
      for (const page of printed.pages)
        for (const { text, x } of page.runs) {
          assert.ok(x < page.width - 15 * (72 / 25.4), `${text} at ${x} of ${page.width}`);
          const at = Math.round(x);
          cells.set(at, (cells.get(at) ?? '') + text.trim());
        }
      const all = [...cells.values()].join('|');
      for (let column = 0; column < columns; column += 1) assert.ok(all.includes(amount(column)), amount(column));
    }
  });

  it('wraps lines that do not wrap on the screen', async () => {
    const printed = await printer.print('dong-dai');
    assert.deepEqual(lettersOf(printed), lettersOf(await printer.print('rong-0')));
    inOrder(printed.text.normalize(), ['Dòng mẫu', 'cuối dòng', 'cuoi', '2. Câu']);
  });

  it('takes head and sign-off from the text where there are no data', async () => {
    const { text } = await printer.print('khong-du-lieu');
    inOrder(text, [
      'ỦY BAN NHÂN DÂN',
      'PHƯỜNG MẪU',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 09/CT-MAU',
      'Phường Mẫu, ngày 07 tháng 3 năm 2024',
      'CHỈ THỊ',
      'Về việc mẫu',
      'Câu đầu của bản mẫu.',
      'Việc mẫu cuối.',
      'Nơi nhận:',
      '- Lưu: VT.',
      'CHỦ TỊCH',
      'Người Mẫu',
    ]);
    for (const once of ['VIỆT NAM', 'Hạnh phúc', '09/CT-MAU', 'Nơi nhận:', 'Người Mẫu', 'CHỈ THỊ'])
      assert.equal(count(text, once), 1, once);
  });

  it('has what a letter is about below its number, and no title', async () => {
    const { text } = await printer.print('cong-van');
    inOrder(text, ['Số: 01/MAU-VP', 'V/v mời dự cuộc họp mẫu', 'Phường Mẫu, ngày', 'Kính gửi', 'Nơi nhận:']);
    assert.equal(count(text, 'cuộc họp mẫu'), 1);
    assert.doesNotMatch(text, /công văn về/i);
  });

  it('says who posted the text, and not as who signed it', async () => {
    const { text } = await printer.print('nguoi-dang');
    inOrder(text, ['Việc mẫu cuối./.', 'Người đăng: Người Mẫu', 'Bản đăng web: https://example.org/vb/nguoi-dang']);
  });

  it('is printed although a picture never comes', async () => {
    const { text } = await printer.print('hinh');
    inOrder(text, ['QUYẾT ĐỊNH', 'thi hành Quyết định này./.', 'Hình:']);
  });
});
