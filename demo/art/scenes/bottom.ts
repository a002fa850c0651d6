import { gold, ink, lam, leaf, sen, son, white } from '../palette.js';
import { at, circle, path, polar, rect, stamp, stroke } from '../paint.js';
import { goldLotus, lotus, pinkLotus, riceEar, rosette } from '../motifs/flowers.js';
import { lifebuoy, medal, person, umbrella } from '../motifs/people.js';
import { browser, globe, network, ripples, tick } from '../motifs/things.js';
import { house, palm, tree, waves } from '../motifs/town.js';
import type { Scene } from './scene.js';

const WIDTH = 300;
const HEIGHT = 120;

/** A model village under ears of ripe rice. */
const modelVillage: Scene = {
  width: WIDTH,
  height: HEIGHT,
  art:
    rect(0, 0, WIDTH, HEIGHT, leaf[800]) +
    circle(238, 62, 44, gold[400]) +
    path('M120 120C150 84 190 74 220 92C250 70 280 74 300 84V120z', leaf[700]) +
    path('M80 120C160 92 240 90 300 102V120z', leaf[500]) +
    at(188, 100, house(), 0.74) +
    at(228, 98, house(gold[100], son[500]), 0.88) +
    at(228, 100, palm(44)) +
    at(286, 100, palm(54)) +
    at(182, 102, tree(28)) +
    stamp('ear', riceEar(48, 1, leaf[300], gold[400]), [
      [164, 128, 0.9],
      [180, 127, 1.1],
      [198, 129, 0.9],
    ]) +
    stamp('other', riceEar(48, -1, leaf[300], gold[400]), [
      [264, 129, 0.85],
      [281, 127, 1],
      [297, 128, 0.9],
    ]),
  text: {
    x: 16,
    y: 12,
    width: 150,
    height: 96,
    size: 21,
    valign: 'middle',
    runs: [
      { words: 'Xây dựng', weight: 600, fill: gold[200], scale: 0.8 },
      { words: 'nông\u00a0thôn\u00a0mới kiểu\u00a0mẫu', weight: 800, fill: white },
    ],
    leading: 1.22,
  },
};

/** An umbrella over a family; from its rim hang the nodes of a network. */
const socialPolicy: Scene = {
  width: WIDTH,
  height: HEIGHT,
  art:
    rect(0, 0, WIDTH, HEIGHT, lam[200]) +
    circle(244, 66, 66, lam[300]) +
    network(
      [190, 20, 3, 206, 8, 2.4, 184, 52, 3.4, 290, 14, 3, 276, 30, 2.4, 294, 50, 3, 200, 36, 2.4],
      [
        [0, 1],
        [0, 6],
        [6, 2],
        [3, 4],
        [4, 5],
      ],
      lam[500],
      lam[600],
    ) +
    at(244, 58, umbrella(47, son[600], gold[400], lam[900])) +
    path('M110 120Q180 106 300 106V120z', lam[600]) +
    at(224, 110, person({ cloth: lam[600], legs: lam[900] }), 0.72) +
    at(266, 110, person({ cloth: sen[500], tunic: true }), 0.72) +
    at(250, 110, person({ cloth: gold[400], legs: leaf[800] }), 0.46),
  text: {
    x: 16,
    y: 10,
    width: 166,
    height: 100,
    size: 18,
    valign: 'middle',
    runs: [
      { words: 'Tăng cường thực hiện các', weight: 600, fill: lam[800], scale: 0.78 },
      { words: 'chính sách xã\u00a0hội', weight: 800, fill: son[700] },
      { words: 'và chuyển đổi số', weight: 700, fill: lam[800], scale: 0.9 },
    ],
    leading: 1.2,
    gap: 0.04,
  },
};

/** One lotus, and rings of further ones around it. */
const examples: Scene = {
  width: WIDTH,
  height: HEIGHT,
  art:
    rect(0, 0, WIDTH, HEIGHT, sen[800]) +
    at(232, 60, [
      ripples([36, 60, 84], sen[500], 1.2, 0.55),
      stamp(
        'near',
        rosette(9, pinkLotus),
        [30, 90, 150, 210, 270, 330].map((angle) => polar(angle, 36)),
      ),
      stamp(
        'far',
        rosette(6.5, { back: sen[600], front: sen[400], middle: sen[400], heart: gold[300] }),
        [10, 50, 90, 130, 170, 210, 250, 290, 330].map((angle) => polar(angle, 60)),
      ),
      rosette(22, goldLotus),
    ]),
  text: {
    x: 16,
    y: 12,
    width: 136,
    height: 96,
    size: 22,
    valign: 'middle',
    runs: [
      { words: 'Nhân rộng', weight: 600, fill: sen[200], scale: 0.82 },
      { words: 'điển\u00a0hình tiên\u00a0tiến', weight: 800, fill: gold[200] },
    ],
  },
};

/** A ring buoy on a high sea. */
const rescue: Scene = {
  width: WIDTH,
  height: HEIGHT,
  art:
    rect(0, 0, WIDTH, HEIGHT, lam[700]) +
    circle(244, 50, 70, lam[600]) +
    at(176, 74, waves(130, 44, lam[400], 2.4, { 'stroke-opacity': 0.5 })) +
    stroke('M300 8C270 0 262 22 256 32', gold[200], 3) +
    at(238, 62, lifebuoy(38)) +
    path('M92 120C124 118 130 96 152 96q12-11 24 0t24 0t24 0t24 0t24 0t24 0t24 0V120z', lam[500]) +
    path('M0 112q15-9 30 0t30 0t30 0t30 0t30 0t30 0t30 0t30 0t30 0t30 0V120H0z', lam[800]),
  text: {
    x: 16,
    y: 12,
    width: 150,
    height: 96,
    size: 26,
    valign: 'middle',
    runs: [{ words: 'Dũng\u00a0cảm cứu\u00a0người', weight: 800, fill: white }],
  },
};

/** Three ticks for three clauses, and the medal at the end of them. */
const rightPeople: Scene = {
  width: WIDTH,
  height: HEIGHT,
  art:
    rect(0, 0, WIDTH, HEIGHT, gold[100]) +
    path('M214 0H300V120H186C214 84 222 42 214 0z', son[700]) +
    [30, 60, 90].map((y) => at(29, y, tick(9.5, leaf[700], white))).join('') +
    at(
      256,
      46,
      medal(
        28,
        gold[300],
        gold[500],
        gold[600],
        gold[500],
        at(0, 11, lotus({ back: son[600], middle: son[500], front: gold[100], heart: gold[400] }), 0.26),
      ),
    ),
  text: [30, 60, 90].map((y, i) => ({
    x: 48,
    y: y - 14,
    width: 154,
    height: 28,
    size: 17.5,
    valign: 'middle' as const,
    runs: [
      {
        words: ['Đúng người,', 'đúng việc,', 'đúng thành tích'][i] ?? '',
        weight: i === 2 ? (800 as const) : (700 as const),
        fill: i === 2 ? son[700] : ink,
      },
    ],
  })),
};

/** A window of the web with a globe in it. */
const portal: Scene = {
  width: WIDTH,
  height: HEIGHT,
  art:
    rect(0, 0, WIDTH, HEIGHT, lam[200]) +
    path('M300 0H206C176 40 182 84 160 120H300z', lam[600]) +
    at(
      186,
      24,
      browser(
        98,
        74,
        son[600],
        white,
        rect(8, 20, 34, 5, son[700], { rx: 1 }),
        rect(8, 30, 40, 3.5, lam[300]),
        rect(8, 37, 36, 3.5, lam[300]),
        rect(8, 44, 40, 3.5, lam[300]),
        rect(8, 54, 24, 9, gold[400], { rx: 2 }),
        at(72, 42, globe(19, lam[200], lam[600], 1.4)),
      ),
    ) +
    at(
      267,
      82,
      path('M0 0V25L6.5 19L11 29L15.5 27L11 17.500L19 17z', ink, {
        stroke: white,
        'stroke-width': 1.6,
        'stroke-linejoin': 'round',
      }),
    ),
  text: {
    x: 16,
    y: 12,
    width: 140,
    height: 96,
    size: 21,
    valign: 'middle',
    runs: [{ words: 'Cổng thông\u00a0tin điện\u00a0tử\u00a0quận', weight: 800, fill: lam[800] }],
  },
};

export const bottom: Readonly<Record<string, Scene>> = {
  'nong-thon-kieu-mau': modelVillage,
  'chinh-sach-xa-hoi': socialPolicy,
  'dien-hinh-tien-tien': examples,
  'dung-cam-cuu-nguoi': rescue,
  'dung-nguoi-dung-viec': rightPeople,
  'cong-thong-tin': portal,
};
