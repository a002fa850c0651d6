import { dat, gold, leaf, son, white } from '../palette.js';
import { at, circle, glow, gradient, rect, shape, stroke, type Svg } from '../paint.js';
import { drum, lotus, lotusBud, lotusPad, pinkLotus } from '../motifs/flowers.js';
import { bridge, crane, hills, rays, silhouettes, tower, water } from '../motifs/town.js';
import type { Scene } from './scene.js';

/** The town at sunrise, 420 wide, its foot at the origin. */
function town(): Svg {
  return (
    silhouettes(
      [
        0, 18, 40, 20, 14, 58, 44, 24, 46, 80, 16, 74, 104, 20, 52, 150, 16, 66, 186, 22, 90, 226, 16, 62, 262, 20, 78,
        300, 24, 60, 330, 18, 84, 366, 26, 56, 398, 20, 70,
      ],
      dat[500],
    ) +
    at(66, 0, crane(104, son[600])) +
    at(300, 0, crane(92, son[600]), [-1, 1]) +
    tower(8, 24, 52, son[600], gold[300], 'step') +
    tower(38, 20, 74, son[700], gold[300]) +
    tower(100, 26, 60, son[700], gold[300], 'slope') +
    tower(134, 20, 96, son[600], gold[300], 'spire') +
    tower(162, 28, 70, son[800], gold[400], 'round') +
    tower(198, 22, 108, son[700], gold[300], 'step') +
    tower(228, 26, 64, son[600], gold[300]) +
    tower(262, 20, 84, son[800], gold[400], 'slope') +
    tower(310, 26, 72, son[700], gold[300], 'round') +
    tower(344, 20, 100, son[600], gold[300], 'spire') +
    tower(372, 30, 58, son[800], gold[400]) +
    tower(406, 22, 80, son[700], gold[300], 'step')
  );
}

const dawn = gradient(
  'sky',
  [
    [0, son[800]],
    [0.6, son[700]],
    [0.78, dat[600]],
    [1, gold[400]],
  ],
  true,
);

function lotuses(): Svg {
  return (
    at(-16, 12, lotusPad(58, leaf[600], leaf[500])) +
    at(66, 22, lotusPad(46, leaf[700], leaf[600])) +
    at(98, 12, lotusBud(84)) +
    at(-52, 8, lotusBud(64)) +
    stroke('M20 14C22 0 18-16 20-30', leaf[600], 4) +
    at(20, -26, lotus(pinkLotus), 0.96)
  );
}

/** The page banner for wide screens. */
const wide: Scene = {
  width: 1200,
  height: 200,
  art:
    shape('defs', {}, dawn, glow('light', 0, 0, 440, gold[300], 0.36)) +
    rect(0, 0, 1200, 200, 'url(#sky)') +
    at(980, 160, [
      rays(440, -90, 90, 10, 'url(#light)', 1),
      circle(0, 0, 70, gold[300]),
      circle(0, 0, 96, gold[200], { 'fill-opacity': 0.25 }),
    ]) +
    at(500, 70, drum(190, gold[300], 0.05)) +
    at(620, 166, hills(580, 40, dat[600])) +
    at(770, 166, town()) +
    at(560, 158, bridge(250, 24, son[900], son[500], 10)) +
    at(0, 164, water(1200, 36, son[900], dat[600])) +
    at(120, 168, lotuses()),
  text: {
    x: 236,
    y: 12,
    width: 530,
    height: 144,
    size: 26,
    valign: 'middle',
    leading: 1.22,
    runs: [
      { words: 'Đẩy mạnh chỉnh trang, hiện đại hóa đô thị', weight: 800, fill: gold[200] },
      { words: 'Xây dựng nông thôn mới kiểu mẫu', weight: 800, fill: white },
      {
        words: 'Tăng cường thực hiện các chính\u00a0sách\u00a0xã\u00a0hội và\u00a0chuyển\u00a0đổi\u00a0số',
        weight: 800,
        fill: gold[200],
        scale: 0.8,
      },
    ],
    gap: 0.24,
  },
};

/** The same for a phone, where the wide one would be a strip with unreadable words. */
const narrow: Scene = {
  width: 640,
  height: 320,
  art:
    shape(
      'defs',
      {},
      gradient('sky', [
        [0, son[800]],
        [0.5, son[700]],
        [0.8, dat[600]],
        [1, gold[400]],
      ]),
      glow('light', 0, 0, 330, gold[300], 0.3),
    ) +
    rect(0, 0, 640, 320, 'url(#sky)') +
    at(430, 280, [rays(330, -90, 90, 10, 'url(#light)', 1), circle(0, 0, 62, gold[300])]) +
    at(210, 290, town()) +
    at(0, 286, water(640, 34, son[900], dat[600])) +
    at(78, 288, lotuses(), 0.84),
  text: {
    x: 32,
    y: 18,
    width: 576,
    height: 160,
    size: 36,
    valign: 'top',
    runs: [
      { words: 'Đẩy mạnh chỉnh trang, hiện\u00a0đại\u00a0hóa\u00a0đô\u00a0thị', weight: 800, fill: gold[200] },
      { words: 'Xây dựng nông thôn mới kiểu mẫu', weight: 800, fill: white },
      {
        words: 'Tăng cường thực hiện các chính\u00a0sách\u00a0xã\u00a0hội và\u00a0chuyển\u00a0đổi\u00a0số',
        weight: 800,
        fill: gold[200],
        scale: 0.92,
      },
    ],
    gap: 0.2,
  },
};

export const page: Readonly<Record<string, Scene>> = {
  'page-banner': wide,
  'page-banner-narrow': narrow,
};
