/** What a printed document takes from its text and what from its data. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLetterhead } from '../../../src/text/letterhead.js';
import { outlineText } from '../../../src/text/outline.js';
import { ownEnding, postersOf } from '../../../src/widgets/directive-viewer/print-ending.js';
import { headOf, ownHead, type Head } from '../../../src/widgets/directive-viewer/print-head.js';

const KNOWN: Head = {
  isParty: false,
  organs: ['Thành phố Mẫu', 'Phường Mẫu'],
  number: 'Số: 01/QĐ-MAU',
  subject: [],
  place: 'Phường Mẫu',
  date: 'ngày 05 tháng 02 năm 2024',
};
const NONE: Head = { isParty: false, organs: [], subject: [] };

describe('the head of a printed document', () => {
  it('is that of the data where the text says the same, or leaves it blank', () => {
    const same = ['PHƯỜNG MẪU', 'Số: /QĐ-MAU', 'Phường Mẫu, ngày 5 tháng 2 năm 2024'];
    assert.deepEqual(headOf(KNOWN, readLetterhead(same)), KNOWN);
    assert.deepEqual(headOf(KNOWN, readLetterhead(['Số:     /QĐ-MAU', 'ngày     tháng 02 năm 2024'])), KNOWN);
    assert.deepEqual(headOf(KNOWN, undefined), KNOWN);
  });

  it('is that of the text where the two differ, or where there are no data', () => {
    const other = readLetterhead(['SỞ MẪU', 'Số: 02/QĐ-SM', 'Nơi Mẫu, ngày 06 tháng 02 năm 2024']);
    const expected = {
      isParty: false,
      organs: ['SỞ MẪU'],
      number: 'Số: 02/QĐ-SM',
      subject: [],
      place: 'Nơi Mẫu',
      date: 'ngày 06 tháng 02 năm 2024',
    };
    assert.deepEqual(headOf(KNOWN, other), expected);
    assert.deepEqual(headOf(NONE, other), expected);
    assert.equal(headOf(NONE, readLetterhead(['ĐẢNG CỘNG SẢN VIỆT NAM'])).isParty, true);
  });

  it('is found in a text that no title begins', () => {
    const lines = ['CƠ QUAN MẪU', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 12/MAU-VP', 'V/v việc mẫu'];
    const { read, preamble } = ownHead(outlineText([...lines, 'Kính gửi: Nơi mẫu.', 'Câu mẫu.'].join('\n')));
    assert.deepEqual([read?.organs, read?.number, read?.subject], [['CƠ QUAN MẪU'], 'Số: 12/MAU-VP', ['V/v việc mẫu']]);
    assert.deepEqual(
      preamble.map(({ text }) => text),
      ['Kính gửi: Nơi mẫu.', 'Câu mẫu.'],
    );
    const without = ownHead(outlineText('Câu mẫu.\nSố: 12/MAU-VP\nCâu mẫu khác.'));
    assert.deepEqual([without.read, without.preamble.length], [undefined, 3]);
  });
});

describe('the sign-off of a printed document', () => {
  const TEXT = ['Câu mẫu.', '1. Việc mẫu.', '2. Việc mẫu cuối.'];
  const ending = (lines: readonly string[], signer?: string) => {
    const own = ownEnding(outlineText([...TEXT, ...lines].join('\n')), signer);
    return {
      lines: own.lines.map(({ kind, text }) => [kind, text]),
      taken: own.taken.size,
      has: [own.hasRecipients, own.hasSignature],
    };
  };

  it('is found without an end mark, at the end of the last section', () => {
    assert.deepEqual(ending(['Nơi nhận:', '- Nơi mẫu;', 'CHỦ TỊCH', 'Người Mẫu']), {
      lines: [
        ['recipients', 'Nơi nhận:'],
        ['recipients', '- Nơi mẫu;'],
        ['signature', 'CHỦ TỊCH'],
        ['signature', 'Người Mẫu'],
      ],
      taken: 4,
      has: [true, true],
    });
    // The signer's name alone: the data say whose it is, and print it.
    assert.deepEqual(ending(['Người Mẫu'], 'Người mẫu'), {
      lines: [['postedBy', 'Người Mẫu']],
      taken: 1,
      has: [false, false],
    });
  });

  it('is found where the end mark stands behind the name, and takes the mark with it', () => {
    const own = (lines: readonly string[], signer?: string) =>
      ownEnding(outlineText([...TEXT, ...lines].join('\n')), signer);
    const plain = own(['Nơi nhận:', '- Nơi mẫu;', 'TM. CƠ QUAN MẪU', 'CHỦ TỊCH', 'Người Mẫu./.']);
    assert.deepEqual(
      plain.lines.map(({ kind, text }) => [kind, text]),
      [
        ['recipients', 'Nơi nhận:'],
        ['recipients', '- Nơi mẫu;'],
        ['signature', 'TM. CƠ QUAN MẪU'],
        ['signature', 'CHỦ TỊCH'],
        ['signature', 'Người Mẫu'],
      ],
    );
    assert.deepEqual([plain.taken.size, plain.hasSignature, plain.mark], [5, true, './.']);
    assert.equal(own(['CHỦ TỊCH', 'Người Mẫu ./.']).mark, ' ./.');
    // No sign-off: the mark stays in the text, and so do its lines.
    for (const lines of [['3. Việc cuối./.'], ['Câu cuối./.'], ['3. Việc cuối./.', 'CHỦ TỊCH', 'Người Mẫu']]) {
      assert.deepEqual([own(lines).taken.size, own(lines).mark], [0, ''], lines.join());
    }
  });

  it('leaves the text its own lines', () => {
    const none = { lines: [], taken: 0, has: [false, false] };
    assert.deepEqual(ending([]), none);
    assert.deepEqual(ending(['Người Mẫu']), none);
    assert.deepEqual(ending(['Chủ tịch', 'Trưởng phòng']), none);
    assert.deepEqual(ending(['Nơi nhận:', 'Câu mẫu dài. '.repeat(40)]), { ...none, has: [true, false] });
    // What it issues follows: the sign-off is there, though not at the end.
    const inside = ending(['Nơi nhận:', '- Nơi mẫu;', 'CHỦ TỊCH', 'Người Mẫu', 'Chương I', 'Điều 1. Câu mẫu.']);
    assert.deepEqual([inside.taken, inside.has], [0, [true, true]]);
  });

  it('names who posted the text once, and never the signer', () => {
    const outlined = outlineText('1. Việc mẫu.\n2. Việc mẫu cuối./.\nNgười Mẫu');
    assert.deepEqual(postersOf(outlined), ['Người Mẫu']);
    assert.deepEqual(postersOf(outlined, { postedBy: 'Người mẫu ' }), ['Người Mẫu']);
    assert.deepEqual(postersOf(outlined, { signer: { fullName: 'Người Mẫu' } }), []);
    assert.deepEqual(postersOf(undefined, { postedBy: 'Người Mẫu' }), ['Người Mẫu']);
  });
});
