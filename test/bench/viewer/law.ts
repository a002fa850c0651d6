/** A law of 600 Điều as HTML of about 1 MB, the same at every run; its words say that they are a sample. */
export const ARTICLES = 600;

export function bigLawHtml(): string {
  const parts: string[] = ['<p>Căn cứ Luật mẫu số 06/2022/QH15;</p>'];
  for (let article = 1; article <= ARTICLES; article += 1) {
    if (article % 20 === 1) parts.push(`<p><b>Chương ${Math.ceil(article / 20)}</b></p><p><b>QUY ĐỊNH MẪU</b></p>`);
    parts.push(`<p><b>Điều ${article}. Tên điều mẫu thứ ${article}</b></p>`);
    for (let clause = 1; clause <= 3; clause += 1) {
      parts.push(
        `<p class="MsoNormal" style="text-align:justify">${clause}. Khoản mẫu theo Nghị định số 98/2023/NĐ-CP và khoản 1 Điều ${(article % ARTICLES) + 1}, ` +
          'dài như một câu của luật vẫn dài, có <i>chữ nghiêng</i> và có phần giải thích thêm để đủ chữ cho phép đo:</p>',
      );
      for (const point of ['a', 'b']) {
        parts.push(
          `<p class="MsoNormal">${point}) Điểm mẫu quy định một việc mẫu cho cơ quan mẫu, kèm thời hạn mẫu;</p>`,
        );
      }
    }
  }
  return parts.join('\n');
}

export function lawFeed(): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Nguồn mẫu',
    items: [
      {
        id: 'luat-mau',
        title: 'Luật mẫu',
        content_html: bigLawHtml(),
        _civic: { kind: 'directive', directive: { typeName: 'Luật' } },
      },
    ],
  });
}

export const DOCUMENTS = 10_000;

/** Directives as portals have them, each with two paragraphs of text. */
export function manyFeed(): string {
  const words =
    'kế hoạch phong trào thi đua khen thưởng chuyển đổi số cải cách hành chính phường quận xã nông thôn mới'.split(' ');
  const some = (seed: number, count: number) =>
    [...Array(count).keys()].map((index) => words[(seed * 7 + index * 13) % words.length]).join(' ');
  const items = [...Array(DOCUMENTS).keys()].map((n) => ({
    id: `mau-${n}`,
    title: `Văn bản mẫu số ${n} về ${some(n, 8)}`,
    content_text: `Nội dung mẫu: ${some(n + 1, 40)}.\nỦy ban nhân dân ${some(n + 2, 40)}./.`,
    tags: [words[n % 9]],
    _civic: {
      kind: 'directive',
      directive: {
        typeName: ['Quyết định', 'Chỉ thị', 'Kế hoạch'][n % 3],
        codeNumber: String(n),
        codeNotation: 'KH-MAU',
        organ: { name: `Phường Mẫu ${n % 30}` },
        issuedDate: `${2015 + (n % 10)}-03-01`,
      },
    },
  }));
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Nguồn mẫu', items });
}
