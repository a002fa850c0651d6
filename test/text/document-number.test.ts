import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  documentNumberOf,
  findDocumentNumbers,
  parseDocumentNumber,
  sameDocument,
  type DocumentNumber,
} from '../../src/text/document-number.js';

const FOUND: readonly (readonly [text: string, number: string, form: DocumentNumber['form']])[] = [
  ['06/2022/QH15', '06/2022/QH15', 'law'],
  ['45/2019/QH14', '45/2019/QH14', 'law'],
  ['1685/NQ-UBTVQH15', '1685/NQ-UBTVQH15', 'individual'],
  ['98/2023/NĐ-CP', '98/2023/NĐ-CP', 'normative'],
  ['156/NQ-HĐND', '156/NQ-HĐND', 'individual'],
  ['01/CT-UBND', '01/CT-UBND', 'individual'],
  ['20/CT-TTg', '20/CT-TTg', 'individual'],
  ['12/2025/QĐ-UBND', '12/2025/QĐ-UBND', 'normative'],
  ['26/2020/TT-BTTTT', '26/2020/TT-BTTTT', 'normative'],
  ['10/2013/TTLT-BTP-BCA-TANDTC-VKSNDTC-BTC', '10/2013/TTLT-BTP-BCA-TANDTC-VKSNDTC-BTC', 'normative'],
  ['45/TB-VPCP', '45/TB-VPCP', 'individual'],
  ['Công văn 123/UBND-NV', '123/UBND-NV', 'letter'],
  ['Số: 123/UBND-NV', '123/UBND-NV', 'letter'],
  ['123/UBND-NV', '123/UBND-NV', 'letter'],
  ['Công văn của Phòng Một số 12/PGD-TH', '12/PGD-TH', 'letter'],
  ['Công văn 12/SGDĐT-GDTrH', '12/SGDĐT-GDTrH', 'letter'],
  ['Công văn 12/VPCP- V.III', '12/VPCP-V.III', 'letter'],
  ['bản án dân sự sơ thẩm số 12a/2023/DS-ST', '12a/2023/DS-ST', 'letter'],
  ['Nghị định số 12-CP', '12-CP', 'old'],
  ['Thông tư số 15-BTC/TT', '15-BTC/TT', 'old'],
  ['351-HĐBT', '351-HĐBT', 'old'],
  ['12/97/QĐ-UB', '12/1997/QĐ-UB', 'normative'],
  ['15/2006QĐ-BTC', '15/2006/QĐ-BTC', 'normative'],
  ['05/KH/BTGDV', '05/KH-BTGDV', 'individual'],
  ['58 NQ/HĐNN8', '58-NQ/HĐNN8', 'party'],
  ['Quyết định số12/2010/QĐ-UBND', '12/2010/QĐ-UBND', 'normative'],
  ['12/Ttr-UBND', '12/TTr-UBND', 'individual'],
  ['12/QĐ.UB', '12/QĐ-UB', 'individual'],
  ['12/KH-BCĐ06', '12/KH-BCĐ06', 'individual'],
  ['Quyết định số 12 QĐ-UB', '12-QĐ-UB', 'old'],
  ['12/QĐ-UBNDngày', '12/QĐ-UBND', 'individual'],
  ['Số: 12/UBND', '12/UBND', 'letter'],
  ['Quyết định 832 TTg', '832-TTg', 'old'],
  ['Công văn số 1398/QLCL-CL1', '1398/QLCL-CL1', 'letter'],
  ['Số: 101322/CTHN-TTHT', '101322/CTHN-TTHT', 'letter'],
  ['Số: 39/2003/NQ-HĐND-K6', '39/2003/NQ-HĐND-K6', 'normative'],
  ['Công văn số 806/STP-XD&KTVBQPPL', '806/STP-XD&KTVBQPPL', 'letter'],
  ['19/2018/TT-BGDĐT10/10/2018', '19/2018/TT-BGDĐT', 'normative'],
  ['Số: 159/TTg', '159/TTg', 'letter'],
  ['Công văn số 12/ BKH/ VPTĐ', '12/BKH/VPTĐ', 'letter'],
  ['công văn số 12/UBND – KGVX', '12/UBND-KGVX', 'letter'],
  ['nghị định 46/2014/nđ-cp', '46/2014/NĐ-CP', 'normative'],
  ['Quyết định 12/qđ-ttg', '12/QĐ-TTg', 'normative'],
  ['02_2009_TT-BKH', '02/2009/TT-BKH', 'normative'],
  ['12/2004/NQ.HĐNDK7', '12/2004/NQ-HĐNDK7', 'normative'],
  ['170/2003/N -CP', '170/2003/NĐ-CP', 'normative'],
  ['01/1997-QH10', '01/1997/QH10', 'law'],
  ['Luật số 59/2020/ H14', '59/2020/QH14', 'law'],
  ['Số hiệu văn bản: 1502TM/XNK', '1502-TM/XNK', 'old'],
  ['Nghị định 74-ND -CP', '74-ND-CP', 'old'],
  ['Công văn 12/SNgV-VP', '12/SNgV-VP', 'letter'],
  ['51/VBHN-VPQH', '51/VBHN-VPQH', 'consolidated'],
  ['57-NQ/TW', '57-NQ/TW', 'party'],
];

const NOT_FOUND = [
  '19/12/2023',
  '2023 - 2030',
  'HĐND/UBND',
  'và/hoặc',
  'khóa XV',
  'lần thứ III',
  'QCVN 102:2016/BTTTT',
  'ISO/IEC 40500',
  './.',
  'https://example.vn/van-ban/12/QD-UBND/34.html',
  'https://example.vn/?so=12/QD-UBND',
  'www.example.vn/2024/01/QD-UBND',
  'example.gov.vn/tim?so=01/QD-UBND',
  '/van-ban/01/QD-UBND/tai-ve',
  '50 km/h',
  '12/PGD-TH',
  'Số: 12/CT',
  'mẫu số 15-BTC/TT',
  '12-AB/CD',
  'thửa đất số 12/VP-TH',
  'Mẫu số: 01/TAIN-DK',
  'Nghị quyết Đại hội Đảng bộ quận',
  '1.234/QĐ-UBND',
];

describe('findDocumentNumbers', () => {
  for (const [text, number, form] of FOUND) {
    it(`finds ${text}`, () => {
      const [found, ...more] = findDocumentNumbers(`Căn cứ ${text} ngày 19/12/2023, về việc`);
      assert.deepEqual([found?.number.text, found?.number.form, more.length], [number, form, 0]);
    });
  }

  for (const text of NOT_FOUND) {
    it(`finds nothing in ${text}`, () => {
      assert.deepEqual(findDocumentNumbers(`theo ${text} của quận`), []);
    });
  }

  const damaged = [
    ['an en dash', '98/2023/NĐ–CP', '98/2023/NĐ-CP'],
    ['an eth for Đ', '98/2023/N\u00d0-CP', '98/2023/NĐ-CP'],
    ['no hyphen', '98/2023/NĐCP', '98/2023/NĐ-CP'],
    ['no hyphen before a ministry', '26/2020/TTBTTTT', '26/2020/TT-BTTTT'],
    ['no đ', '98/2023/ND-CP', '98/2023/NĐ-CP'],
    ['spaces', '01 /2018/TT - BTTTT', '01/2018/TT-BTTTT'],
    ['NBSP', '156/NQ\u00a0-\u00a0HĐND', '156/NQ-HĐND'],
    ['a zero-width space', '156/\u200bNQ-HĐND', '156/NQ-HĐND'],
  ] as const;
  for (const [damage, written, number] of damaged) {
    it(`accepts ${damage} and gives the place in the text as written`, () => {
      const text = `Nghị định số ${written}, của`;
      const [found] = findDocumentNumbers(text);
      assert.equal(found?.number.text, number);
      assert.equal(text.slice(found.start, found.end), written);
    });
  }

  it('finds its way in decomposed text', () => {
    const text = 'Theo Công văn số 123/UBND-NV của Ủy ban'.normalize('NFD');
    const [found] = findDocumentNumbers(text);
    assert.equal(text.slice(found?.start, found?.end), '123/UBND-NV');
  });

  it('leaves a footnote digit out', () => {
    const text = 'Nghị định số 98/2023/NĐ-CP12 của';
    const [found] = findDocumentNumbers(text);
    assert.equal(text.slice(found?.start, found?.end), '98/2023/NĐ-CP');
  });

  it('does not swallow the next organ after a dash', () => {
    assert.equal(findDocumentNumbers('98/2023/NĐ-CP - UBND quận')[0]?.number.text, '98/2023/NĐ-CP');
  });

  it('finds every one of several', () => {
    const text = 'số 06/2022/QH15; số 98/2023/NĐ-CP; (156/NQ-HĐND).';
    assert.deepEqual(
      findDocumentNumbers(text).map((found) => text.slice(found.start, found.end)),
      ['06/2022/QH15', '98/2023/NĐ-CP', '156/NQ-HĐND'],
    );
  });

  it('copes with text made to be slow', () => {
    for (const text of ['1/'.repeat(50_000), 'a.'.repeat(50_000), `1/QĐ-${'A-'.repeat(50_000)}`]) {
      assert.deepEqual(findDocumentNumbers(text), []);
    }
  });

  it('gives ranges that lie in the text, whatever it is', () => {
    const piece = fc.constantFrom('12', '/', '-', '2023', 'NĐ', 'CP', 'QH15', ' ', '\u0301', 'Công văn', 'UBND', '.');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let reached = 0;
        for (const { start, end } of findDocumentNumbers(text)) {
          assert.ok(reached <= start && start < end && end <= text.length);
          reached = end;
        }
      }),
    );
  });
});

describe('parseDocumentNumber', () => {
  it('takes a number apart', () => {
    assert.deepEqual(parseDocumentNumber('98/2023/NĐ-CP'), {
      form: 'normative',
      number: '98',
      year: 2023,
      typeCode: 'NĐ',
      organ: 'CP',
      text: '98/2023/NĐ-CP',
      key: '98/2023/NĐ-CP',
    });
    assert.deepEqual(parseDocumentNumber('06/2022/QH15'), {
      form: 'law',
      number: '06',
      year: 2022,
      organ: 'QH15',
      text: '06/2022/QH15',
      key: '6/2022/QH15',
    });
  });

  it('takes what a webmaster types, in any case', () => {
    for (const [typed, text] of [
      ['01/ct-ubnd', '01/CT-UBND'],
      [' số 20/ct-ttg ', '20/CT-TTg'],
      ['12/TTR-UBND', '12/TTr-UBND'],
      ['5/qyđ-ubnd', '5/QyĐ-UBND'],
      ['123/UBND-NV', '123/UBND-NV'],
      ['01-CT/TU', '01-CT/TU'],
    ] as const) {
      assert.equal(parseDocumentNumber(typed)?.text, text);
    }
  });

  it('keeps a leading zero in the number and drops it in the key', () => {
    const parsed = parseDocumentNumber('01/CT-UBND');
    assert.equal(parsed?.number, '01');
    assert.equal(parsed.key, parseDocumentNumber('1/CT-UBND')?.key);
  });

  it('keeps types apart that only đ tells apart', () => {
    assert.notEqual(parseDocumentNumber('1/HD-UBND')?.key, parseDocumentNumber('1/HĐ-UBND')?.key);
  });

  it('refuses what is no number', () => {
    for (const text of ['', 'abc', '19/12/2023', '01/', '01/CT-UBND và', 'CT-UBND']) {
      assert.equal(parseDocumentNumber(text), undefined, text);
    }
  });
});

describe('documentNumberOf', () => {
  it('joins the fields of a feed', () => {
    assert.equal(documentNumberOf('01', 'CT-UBND')?.text, '01/CT-UBND');
    assert.equal(documentNumberOf('98', '2023/NĐ-CP')?.text, '98/2023/NĐ-CP');
    assert.equal(documentNumberOf('57', 'NQ/TW')?.text, '57-NQ/TW');
    assert.equal(documentNumberOf('57', '-NQ/TW')?.text, '57-NQ/TW');
    assert.equal(documentNumberOf('01', 'không rõ'), undefined);
  });
});

describe('sameDocument', () => {
  const same = (a: string, b: string): boolean => {
    const [one, other] = [parseDocumentNumber(a), parseDocumentNumber(b)];
    assert.ok(one && other);
    return sameDocument(one, other);
  };

  it('allows for a year that one of the two leaves out', () => {
    assert.ok(same('12/2025/QĐ-UBND', '12/QĐ-UBND'));
    assert.ok(same('01/CT-UBND', '1/CT–UBND'));
  });

  it('tells years, types and organs apart', () => {
    assert.ok(!same('12/2025/QĐ-UBND', '12/2024/QĐ-UBND'));
    assert.ok(!same('06/2022/QH15', '06/2023/QH15'));
    assert.ok(!same('12/QĐ-UBND', '12/QĐ-HĐND'));
    assert.ok(!same('12/QĐ-UBND', '12/KH-UBND'));
  });
});
