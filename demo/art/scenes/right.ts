import { cream, dat, gold, ink, lam, leaf, sen, son, white } from '../palette.js';
import { at, circle, path, poly, rect, stroke } from '../paint.js';
import { drum, goldLotus, lotus, pinkLotus, rosette, spray } from '../motifs/flowers.js';
import { heart, medal, palmUp, person } from '../motifs/people.js';
import { closedBook, excavator, glint, network, openBook, phone, pin } from '../motifs/things.js';
import { rays, silhouettes, tower, tree } from '../motifs/town.js';
import type { Scene } from './scene.js';

/** Three bands, one for each clause of the district's theme. */
const theme: Scene = {
  width: 300,
  height: 250,
  art:
    // Land made free.
    rect(0, 0, 300, 84, dat[700]) +
    path('M0 58L128 62L300 50V84H0z', dat[800]) +
    poly([14, 66, 48, 58, 118, 60, 108, 76, 20, 80], dat[600]) +
    stroke('M14 66L48 58L118 60L108 76L20 80z', gold[300], 1.4, { 'stroke-dasharray': '4 4' }) +
    at(48, 64, excavator(gold[500], ink, gold[100]), 0.82) +
    at(28, 52, pin(26, son[500], cream)) +
    // A street put in order.
    rect(0, 83, 300, 84, leaf[700]) +
    rect(0, 152, 132, 15, leaf[900]) +
    at(0, 154, [
      silhouettes([0, 14, 30, 34, 12, 48, 70, 14, 40, 98, 12, 34], leaf[600]),
      tower(12, 19, 42, cream, leaf[600], 'step'),
      tower(36, 15, 30, gold[300], dat[600]),
      tower(55, 20, 54, gold[100], lam[600], 'slope'),
      tower(80, 18, 36, cream, dat[600], 'round'),
    ]) +
    [8, 33, 54, 78, 104, 122].map((x) => at(x, 158, tree(21, leaf[500], leaf[400]))).join('') +
    stroke('M6 161H126', gold[200], 1.4, { 'stroke-dasharray': '7 6' }) +
    // Numbers instead of paper.
    rect(0, 166, 300, 84, lam[700]) +
    at(66, 208, [
      network(
        [
          -48, -20, 3.5, -42, 22, 4, -20, -28, 2.5, 26, -28, 3.5, 46, -6, 4.5, 40, 25, 3, 0, 0, 2, -22, 30, 2.5, 22, 31,
          2.5,
        ],
        [
          [0, 6],
          [1, 6],
          [2, 6],
          [3, 6],
          [4, 6],
          [5, 6],
          [0, 2],
          [3, 4],
          [4, 5],
          [0, 1],
          [1, 7],
          [5, 8],
        ],
        lam[400],
        gold[400],
      ),
      at(0, 28, phone(lam[900], white), 1),
      at(0, 8, rosette(10, pinkLotus)),
      rect(-8, -16, 16, 3, lam[300]),
      rect(-8, -10, 11, 3, lam[300]),
    ]),
  text: [
    {
      x: 140,
      y: 6,
      width: 148,
      height: 72,
      size: 22,
      valign: 'middle',
      runs: [{ words: 'Giải phóng mặt\u00a0bằng', weight: 800, fill: gold[100] }],
    },
    {
      x: 140,
      y: 89,
      width: 148,
      height: 72,
      size: 22,
      valign: 'middle',
      runs: [{ words: 'Chỉnh trang đô\u00a0thị', weight: 800, fill: white }],
    },
    {
      x: 140,
      y: 172,
      width: 146,
      height: 72,
      size: 22,
      valign: 'middle',
      runs: [{ words: 'Chuyển\u00a0đổi\u00a0số', weight: 800, fill: gold[200] }],
    },
  ],
};

/** A book from which a tree grows. */
const learning: Scene = {
  width: 300,
  height: 200,
  art:
    rect(0, 0, 300, 200, gold[300]) +
    at(150, 176, rays(320, -90, 90, 15, gold[200], 0.75)) +
    path('M0 178Q150 160 300 178V200H0z', dat[500]) +
    at(150, 186, openBook(son[700]), 1) +
    at(
      150,
      134,
      [
        stroke('M0 4V-18M0-6L-11-16M0-10L11-20', dat[800], 3),
        circle(-15, -20, 9, leaf[600]),
        circle(15, -24, 10, leaf[600]),
        circle(0, -29, 13, leaf[500]),
        circle(-6, -33, 5, leaf[400]),
      ],
      0.82,
    ) +
    at(42, 190, person({ cloth: lam[600], legs: lam[900] }), 0.86) +
    at(66, 192, person({ cloth: white, legs: son[800] }), 0.62) +
    at(258, 190, person({ cloth: sen[600], tunic: true, hair: '#e8e2da' }), 0.86) +
    at(233, 192, person({ cloth: leaf[600], legs: ink }), 0.7) +
    at(100, 120, glint(6, white)) +
    at(206, 118, glint(7, white)) +
    at(188, 134, glint(4, white)),
  text: {
    x: 18,
    y: 10,
    width: 264,
    height: 92,
    size: 25,
    align: 'centre',
    runs: [
      { words: 'Cả nước thi đua xây dựng', weight: 600, fill: son[900], scale: 0.62 },
      { words: 'xã hội học tập,', weight: 800, fill: son[700] },
      { words: 'đẩy mạnh học tập suốt đời', weight: 700, fill: son[900], scale: 0.68 },
    ],
    gap: 0.1,
  },
};

/** A lotus carried in an open hand. */
const goodDeed: Scene = {
  width: 300,
  height: 150,
  art:
    rect(0, 0, 300, 150, sen[200]) +
    circle(240, 78, 84, sen[300]) +
    circle(240, 78, 60, white, { 'fill-opacity': 0.55 }) +
    at(244, 100, lotus(), 0.68) +
    at(240, 96, palmUp('#e0a377', son[600]), 1) +
    at(184, 38, heart(13, sen[500])) +
    at(290, 46, heart(10, sen[500])) +
    at(284, 24, heart(6, sen[600])),
  text: {
    x: 16,
    y: 14,
    width: 136,
    height: 122,
    size: 29,
    valign: 'middle',
    runs: [
      { words: 'Người\u00a0tốt,', weight: 800, fill: son[700] },
      { words: 'việc\u00a0tốt', weight: 800, fill: sen[800] },
    ],
    gap: 0.02,
  },
};

/** A golden lotus in a garland: quiet, symmetrical. */
const mothers: Scene = {
  width: 300,
  height: 200,
  art:
    rect(0, 0, 300, 200, son[800]) +
    at(150, 66, drum(150, gold[400], 0.13)) +
    rect(8.5, 8.5, 283, 183, 'none', { stroke: gold[500], 'stroke-width': 1.2, rx: 3 }) +
    at(150, 64, [
      circle(0, 0, 42, son[700]),
      spray(46, 9, 22, 1, gold[400], gold[600]),
      spray(46, 9, 22, -1, gold[400], gold[600]),
      at(0, 24, lotus(goldLotus), 0.5),
    ]),
  text: {
    x: 22,
    y: 117,
    width: 256,
    height: 70,
    size: 27,
    align: 'centre',
    valign: 'middle',
    runs: [
      { words: 'Bà mẹ Việt Nam', weight: 700, fill: gold[200], scale: 0.82 },
      { words: 'anh hùng', weight: 800, fill: gold[300] },
    ],
    gap: 0,
  },
};

/** The law as a book, and the medal it speaks of. */
const law: Scene = {
  width: 300,
  height: 150,
  art:
    rect(0, 0, 300, 150, lam[800]) +
    at(232, 75, drum(112, gold[300], 0.1)) +
    rect(0, 134, 300, 16, lam[900]) +
    at(
      180,
      134,
      closedBook(
        son[600],
        son[800],
        cream,
        at(29.5, -34, rosette(11, goldLotus)),
        rect(20, -17, 19, 2.4, gold[300]),
        rect(23, -12, 13, 2.4, gold[300]),
      ),
      1.26,
    ) +
    at(
      265,
      68,
      medal(
        25,
        gold[400],
        gold[600],
        son[600],
        son[700],
        at(0, 11, lotus({ back: gold[700], middle: son[600], front: gold[100], heart: gold[300] }), 0.26),
      ),
      1.1,
    ),
  text: {
    x: 16,
    y: 10,
    width: 152,
    height: 116,
    size: 27,
    valign: 'middle',
    runs: [
      { words: 'Luật Thi\u00a0đua,', weight: 800, fill: gold[300] },
      { words: 'khen\u00a0thưởng', weight: 800, fill: white, scale: 0.86 },
    ],
    gap: 0.02,
  },
};

export const right: Readonly<Record<string, Scene>> = {
  'mat-bang-do-thi-so': theme,
  'hoc-tap-suot-doi': learning,
  'nguoi-tot-viec-tot': goodDeed,
  'ba-me-viet-nam': mothers,
  'luat-thi-dua': law,
};
