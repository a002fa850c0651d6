import { cream, dat, gold, ink, lam, leaf, sen, skin, son, white } from '../palette.js';
import { at, circle, clipTo, gradient, n, path, rect, shape, stamp, stroke, type Svg } from '../paint.js';
import { drum, riceEar } from '../motifs/flowers.js';
import { desk, heart, person, plant, screen, wheelchair } from '../motifs/people.js';
import { bulb, coins, rain } from '../motifs/things.js';
import { bridge, bus, crane, hills, house, palm, rays, silhouettes, tree, water } from '../motifs/town.js';
import type { Scene } from './scene.js';

/** Rice fields in perspective: furrows that meet at (x, 0), `width` by `height` below it. */
function paddies(x: number, width: number, height: number, dark: string, light: string): Svg {
  let furrows = '';
  for (let i = -9; i < 9; i += 2)
    furrows += `M${n(x + i * 3)} 0L${n(x + i * 42)} ${n(height)}H${n(x + (i + 1) * 42)}L${n(x + (i + 1) * 3)} 0z`;
  return rect(0, 0, width, height, light) + path(furrows, dark);
}

/** Villages: a road through the paddies, roofs, palms, morning sun. */
const countryside: Scene = {
  width: 300,
  height: 250,
  art:
    shape(
      'defs',
      {},
      gradient('sky', [
        [0, gold[100]],
        [1, gold[300]],
      ]),
    ) +
    rect(0, 0, 300, 250, 'url(#sky)') +
    at(232, 150, [rays(420, -90, 90, 12, gold[400], 0.22), circle(0, 0, 31, gold[400])]) +
    at(0, 166, hills(300, 40, leaf[400])) +
    at(0, 170, hills(300, 18, leaf[500])) +
    at(0, 164, clipTo('field', 0, 0, 300, 86, paddies(122, 300, 86, leaf[500], leaf[400]))) +
    path(
      'M118 164C124 176 100 186 90 200C80 216 56 232 28 250H104C112 234 118 218 118 204C118 190 132 178 122 164z',
      gold[200],
    ) +
    stroke('M119 172C121 181 110 190 104 203C98 219 84 233 66 249', white, 2, { 'stroke-dasharray': '7 8' }) +
    at(150, 176, house(), 0.72) +
    at(196, 180, house(gold[100], son[500]), 0.9) +
    at(20, 176, house(cream, dat[500]), 0.6) +
    at(188, 182, palm(52)) +
    at(260, 182, palm(62)) +
    at(268, 182, palm(44)) +
    at(12, 180, palm(38)) +
    at(60, 178, tree(26)) +
    at(142, 178, tree(24)) +
    at(154, 222, person({ cloth: lam[600], hat: true, legs: lam[900] }), 0.56) +
    at(176, 226, person({ cloth: son[600], hat: true }), 0.56) +
    at(198, 222, person({ cloth: leaf[800], hat: true, legs: ink }), 0.56) +
    stamp('ear', riceEar(54, 1, leaf[800], gold[500]), [
      [232, 257],
      [260, 256, 1.1],
      [6, 256, 0.9],
      [20, 258, 1.05],
    ]) +
    stamp('other', riceEar(54, -1, leaf[800], gold[500]), [
      [252, 258, 1.1],
      [278, 256],
      [294, 258, 1.2],
    ]),
  text: {
    x: 20,
    y: 16,
    width: 260,
    height: 92,
    size: 27,
    runs: [
      { words: 'Cả nước chung sức,', weight: 800, fill: son[800], scale: 0.68 },
      { words: 'xây dựng nông\u00a0thôn\u00a0mới', weight: 800, fill: leaf[800] },
    ],
    leading: 1.2,
  },
};

/** Arms of people in a row who hold hands: x, sleeve and height of the shoulder, above feet at `foot`. */
function arms(row: readonly (readonly [number, string, number?])[], foot: number): Svg {
  let out = '';
  for (const [i, [x, sleeve, shoulder = 39]] of row.entries()) {
    for (const next of [row[i - 1], row[i + 1]]) {
      if (next === undefined) continue;
      const middle = (x + next[0]) / 2;
      const hand = foot - (shoulder + (next[2] ?? 39)) / 2 + 16;
      const side = Math.sign(middle - x);
      out +=
        stroke(
          `M${n(x + side * 8)} ${n(foot - shoulder)}Q${n(x + side * 14)} ${n(hand)} ${n(middle)} ${n(hand)}`,
          sleeve,
          5,
        ) + circle(middle, hand, 3, skin[300]);
    }
  }
  return out;
}

/** A row of people, the last of them on wheels, before one warm disc. */
const together: Scene = {
  width: 300,
  height: 200,
  art:
    rect(0, 0, 300, 200, son[700]) +
    at(150, 214, [circle(0, 0, 150, son[600]), circle(0, 0, 112, son[500]), circle(0, 0, 76, dat[500])]) +
    rect(0, 186, 300, 14, son[800]) +
    arms(
      [
        [52, lam[500]],
        [82, gold[300]],
        [110, leaf[500], 29],
        [139, cream],
        [171, sen[400]],
        [213, lam[300], 33],
        [251, gold[400]],
      ],
      187,
    ) +
    at(52, 187, person({ cloth: lam[500], legs: lam[900] }), 1) +
    at(82, 187, person({ cloth: gold[300], tunic: true, hair: ink }), 0.96) +
    at(110, 187, person({ cloth: leaf[500], legs: ink }), 0.66) +
    at(139, 187, person({ cloth: cream, hair: '#d9d3cc', legs: lam[800], face: skin[500] }), 0.94) +
    at(171, 187, person({ cloth: sen[400], tunic: true }), 1) +
    at(213, 187, wheelchair(lam[300], gold[200]), 1) +
    at(251, 187, person({ cloth: gold[400], legs: son[900], face: skin[500] }), 1) +
    at(193, 116, heart(13, gold[300])) +
    at(120, 118, heart(10, sen[400])),
  text: {
    x: 20,
    y: 14,
    width: 260,
    height: 92,
    size: 32,
    align: 'centre',
    runs: [
      { words: 'Vì người nghèo', weight: 800, fill: gold[200] },
      { words: 'Không để ai bị bỏ lại phía sau', weight: 600, fill: white, scale: 0.53 },
    ],
  },
};

/** Rain on a sound roof, and lit windows below it. */
const newRoof: Scene = {
  width: 300,
  height: 200,
  art:
    shape(
      'defs',
      {},
      gradient('sky', [
        [0, lam[900]],
        [1, lam[700]],
      ]),
    ) +
    rect(0, 0, 300, 200, 'url(#sky)') +
    at(216, 2, rain(90, 120, lam[400], 0.5)) +
    at(14, 104, rain(120, 70, lam[400], 0.32)) +
    at(0, 182, hills(300, 44, lam[800])) +
    circle(214, 138, 74, gold[400], { 'fill-opacity': 0.16 }) +
    circle(214, 138, 56, gold[400], { 'fill-opacity': 0.14 }) +
    rect(0, 178, 300, 22, leaf[800]) +
    rect(164, 116, 100, 64, gold[100]) +
    rect(164, 116, 100, 8, dat[300]) +
    path('M148 122L214 72L280 122L272 128L214 86L156 128z', dat[700]) +
    path('M214 72L280 122H148z', dat[500]) +
    path('M170 105H258M184 94.500H244M197 84.500H231', 'none', {
      stroke: dat[300],
      'stroke-opacity': 0.55,
      'stroke-width': 2,
    }) +
    rect(204, 142, 20, 38, dat[700]) +
    circle(220, 161, 1.6, gold[300]) +
    [174, 234]
      .map((x) => rect(x, 138, 20, 18, gold[400]) + stroke(`M${x + 10} 138v18M${x} 147h20`, dat[700], 1.6))
      .join('') +
    at(142, 182, tree(58, leaf[600], leaf[500])) +
    at(288, 184, tree(46, leaf[700], leaf[600])) +
    at(236, 190, person({ cloth: son[500], legs: lam[900] }), 0.5) +
    at(252, 190, person({ cloth: sen[400], tunic: true }), 0.5),
  text: {
    x: 20,
    y: 20,
    width: 190,
    height: 92,
    size: 30,
    runs: [
      { words: 'Xóa nhà\u00a0tạm,', weight: 800, fill: gold[300] },
      { words: 'nhà dột nát', weight: 800, fill: white },
    ],
    gap: 0.05,
  },
};

/** A counter with two people on either side of it. */
const office: Scene = {
  width: 300,
  height: 150,
  art:
    rect(0, 0, 300, 150, gold[100]) +
    path('M158 0C132 44 150 98 128 150H300V0z', lam[600]) +
    at(222, 46, drum(92, white, 0.07)) +
    rect(178, 22, 34, 30, lam[300], { rx: 2 }) +
    stroke('M195 22v30M178 37h34', lam[600], 2) +
    rect(232, 20, 42, 26, cream, { rx: 2 }) +
    path('M238 27h30M238 33h30M238 39h18', 'none', { stroke: lam[500], 'stroke-width': 2 }) +
    at(196, 130, person({ cloth: white, legs: lam[900] }), 1.12) +
    at(246, 130, person({ cloth: sen[500], tunic: true }), 1.12) +
    rect(128, 138, 172, 12, lam[800]) +
    at(221, 140, desk(gold[500], dat[600]), [1.2, 0.98]) +
    at(226, 108, screen(), 0.84) +
    at(172, 108, plant(dat[400]), 0.8) +
    at(258, 107, [rect(-14, -3, 26, 3, white), rect(-11, -6, 24, 3, gold[200])]),
  text: {
    x: 16,
    y: 14,
    width: 124,
    height: 122,
    size: 25,
    valign: 'middle',
    runs: [
      { words: 'Thực hiện', weight: 600, fill: lam[800], scale: 0.72 },
      { words: 'văn\u00a0hóa công\u00a0sở', weight: 800, fill: son[700] },
    ],
  },
};

/** A bridge over the river at dusk, cranes behind it. */
const infrastructure: Scene = {
  width: 300,
  height: 200,
  art:
    shape(
      'defs',
      {},
      gradient('sky', [
        [0, lam[900]],
        [0.6, lam[700]],
        [1, dat[500]],
      ]),
    ) +
    rect(0, 0, 300, 172, 'url(#sky)') +
    circle(236, 140, 30, gold[300]) +
    circle(236, 140, 44, gold[300], { 'fill-opacity': 0.2 }) +
    at(
      0,
      160,
      silhouettes(
        [0, 20, 30, 22, 15, 44, 40, 22, 24, 66, 14, 36, 180, 16, 28, 200, 12, 42, 252, 20, 34, 276, 24, 48],
        lam[800],
      ),
    ) +
    at(88, 160, crane(54, gold[500])) +
    at(166, 160, crane(42, gold[500]), [-1, 1]) +
    at(0, 158, water(300, 42, lam[800], lam[500])) +
    stroke('M212 164h48M220 170h32M226 176h18M233 182h8', gold[400], 2.4, { 'stroke-opacity': 0.75 }) +
    at(0, 150, bridge(300, 46, cream, gold[200], 34)) +
    at(40, 149, bus(son[500]), 0.62) +
    at(206, 149, bus(leaf[500]), 0.62) +
    at(150, 149, bus(gold[400]), 0.5) +
    at(16, 193, [path('M0 0H34L28 7H6z', dat[600]), rect(9, -6, 14, 6, cream)], 0.9),
  text: {
    x: 18,
    y: 14,
    width: 264,
    height: 80,
    size: 24,
    runs: [
      { words: 'Đẩy mạnh phát triển', weight: 600, fill: gold[200], scale: 0.68 },
      { words: 'kết\u00a0cấu hạ\u00a0tầng đồng\u00a0bộ,\u00a0hiện\u00a0đại', weight: 800, fill: white },
    ],
    leading: 1.22,
  },
};

/** A lamp with a sprout in it, and savings that grow. */
const thrift: Scene = {
  width: 300,
  height: 150,
  art:
    rect(0, 0, 300, 150, leaf[200]) +
    circle(236, 74, 96, leaf[300]) +
    circle(236, 74, 66, leaf[400], { 'fill-opacity': 0.55 }) +
    rect(0, 134, 300, 16, leaf[600]) +
    at(238, 134, [
      [-72, -48, 48, 72].map((turn) => at(0, -58, rect(-1.5, -58, 3, 11, gold[600], { rx: 1.5 }), 1, turn)).join(''),
      bulb(98, gold[200], leaf[800]),
    ]) +
    at(184, 136, coins(3)) +
    at(209, 138, coins(1)) +
    at(268, 136, coins(5)) +
    at(290, 138, coins(2)),
  text: {
    x: 16,
    y: 10,
    width: 150,
    height: 116,
    size: 23,
    valign: 'middle',
    runs: [
      { words: 'Thực hành tiết\u00a0kiệm,', weight: 800, fill: leaf[800] },
      { words: 'chống lãng\u00a0phí', weight: 700, fill: son[700], scale: 0.86 },
    ],
  },
};

export const left: Readonly<Record<string, Scene>> = {
  'nong-thon-moi': countryside,
  'vi-nguoi-ngheo': together,
  'xoa-nha-tam': newRoof,
  'van-hoa-cong-so': office,
  'ket-cau-ha-tang': infrastructure,
  'tiet-kiem': thrift,
};
