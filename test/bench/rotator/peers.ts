/**
 * What rotators are measured against: each with autoplay, arrows, dots, a way to pause and lazy loading, written as its
 * own guide says. Beside them a plain `<img>`, and the least that Lit can do with the same feed.
 */

/** Seconds between two turns, of all. */
export const TURN = 3;
export const WIDTH = 600;
export const HEIGHT = 300;
export const PICTURES = 8;
export const FEED_PATH = '/data/banners.json';

export interface Peer {
  readonly name: string;
  /** `page`: the banners are written into it; `feed`: they come as JSON. */
  readonly from: 'page' | 'feed';
  /** Module that is bundled for it; none for what needs no script. */
  readonly script?: string;
  /** Module of ours, as it is published. */
  readonly own?: string;
  /** How a page asks for it: by its own script, by the loader, or with the lines of docs/guide/banners.md in its head. */
  readonly by?: 'script' | 'loader' | 'preload';
  /** Files of `peers/node_modules`. */
  readonly styles?: readonly string[];
  readonly head?: string;
  readonly body: string;
}

const index = [...Array(PICTURES).keys()].map((at) => at + 1);
const image = (at: number, rest = '') =>
  `<img src="/media/picture-${at}.jpg" alt="Biểu ngữ mẫu ${at}" width="${WIDTH}" height="${HEIGHT}" ${rest}>`;
const link = (at: number, rest = '') => `<a href="/mau/${at}">${image(at, rest)}</a>`;
const lazy = (at: number) => (at > 1 ? 'loading="lazy"' : '');
const slides = (wrap: (inner: string) => string) => index.map((at) => wrap(link(at, lazy(at)))).join('\n');
const own = (inside = '', rest = '') =>
  `<civic-banner-rotator src="${FEED_PATH}" ratio="${WIDTH}/${HEIGHT}" order="sequential" interval="${TURN}" ${rest}>${inside}</civic-banner-rotator>`;

/** Buttons and dots where a library brings none. */
const CONTROLS = `
const button = (name, text, click) => { const one = document.createElement('button'); one.type = 'button'; one.setAttribute('aria-label', name); one.textContent = text; one.style.minWidth = one.style.minHeight = '28px'; one.onclick = click; return one; };
const controls = (count, { previous, next, go, toggle }) => {
  const bar = document.createElement('div');
  const dots = [...Array(count).keys()].map((at) => button('Đến biểu ngữ ' + (at + 1), '•', () => go(at)));
  bar.append(button('Dừng', '❚❚', toggle), button('Trước', '‹', previous), ...dots, button('Sau', '›', next));
  document.querySelector('main').append(bar);
  return (at) => dots.forEach((dot, index) => dot.toggleAttribute('aria-current', index === at));
};`;

/** Puts the banners of the feed where a library wants them in the page. */
const fromFeed = (slide: string, into: string) => `
const { _civic } = await (await fetch('${FEED_PATH}')).json();
document.querySelector('${into}').innerHTML = _civic.banners.map(({ image, alt, href }, at) => ${slide}).join('');`;
const IMG = `'<a href="' + href + '"><img src="' + image + '" alt="' + alt + '" width="${WIDTH}" height="${HEIGHT}"' + (at ? ' loading="lazy"' : '') + '></a>'`;

const LIT = (first: string) => `
import { html, LitElement } from 'lit';
class PlainRotator extends LitElement {
  static properties = { banners: {}, at: {} };
  constructor() { super(); this.at = 0; }
  async connectedCallback() {
    super.connectedCallback();
    const answer = await fetch('${FEED_PATH}');
    this.banners = (await answer.json())._civic.banners;
    setInterval(() => (this.at = (this.at + 1) % this.banners.length), ${TURN * 1000});
  }
  render() {
    if (!this.banners) return html\`${first}\`;
    const { href, image, alt } = this.banners[this.at];
    return html\`<a href=\${href}><img src=\${image} alt=\${alt} width="${WIDTH}" height="${HEIGHT}"></a>\`;
  }
}
customElements.define('plain-rotator', PlainRotator);`;

const EMBLA = `
import Embla from 'embla-carousel';
import Autoplay from 'embla-carousel-autoplay';
${CONTROLS}
const begin = () => {
  const embla = Embla(document.querySelector('.embla'), { loop: true }, [Autoplay({ delay: ${TURN * 1000} })]);
  const { autoplay } = embla.plugins();
  const mark = controls(embla.slideNodes().length, { previous: () => embla.scrollPrev(), next: () => embla.scrollNext(), go: (at) => embla.scrollTo(at), toggle: () => (autoplay.isPlaying() ? autoplay.stop() : autoplay.play()) });
  embla.on('select', () => mark(embla.selectedScrollSnap()));
};`;
const EMBLA_STYLE =
  '<style>.embla{overflow:hidden}.embla__box{display:flex}.embla__box>*{flex:0 0 100%;min-width:0}</style>';

const SWIPER = `
import Swiper from 'swiper';
import { A11y, Autoplay, Navigation, Pagination } from 'swiper/modules';
const begin = () => new Swiper('.swiper', { modules: [A11y, Autoplay, Navigation, Pagination], loop: true, autoplay: { delay: ${TURN * 1000} }, navigation: { nextEl: '.swiper-button-next', prevEl: '.swiper-button-prev' }, pagination: { el: '.swiper-pagination', clickable: true } });`;
const SWIPER_BODY = (inside: string) =>
  `<div class="swiper"><div class="swiper-wrapper">${inside}</div><div class="swiper-pagination"></div><div class="swiper-button-prev"></div><div class="swiper-button-next"></div></div>`;

const SPLIDE = `
import Splide from '@splidejs/splide';
const begin = () => new Splide('.splide', { type: 'loop', autoplay: true, interval: ${TURN * 1000} }).mount();`;
const SPLIDE_BODY = (inside: string) =>
  `<section class="splide" aria-label="Biểu ngữ"><div class="splide__track"><ul class="splide__list">${inside}</ul></div><button class="splide__toggle" type="button"><span class="splide__toggle__play">▶</span><span class="splide__toggle__pause">❚❚</span></button></section>`;

const GLIDE_BODY = `<div class="glide"><div class="glide__track" data-glide-el="track"><ul class="glide__slides">${slides((inner) => `<li class="glide__slide">${inner}</li>`)}</ul></div>
<div data-glide-el="controls"><button data-glide-dir="<" aria-label="Trước">‹</button><button data-glide-dir=">" aria-label="Sau">›</button></div>
<div class="glide__bullets" data-glide-el="controls[nav]">${index.map((at) => `<button class="glide__bullet" data-glide-dir="=${at - 1}"></button>`).join('')}</div></div>`;

export const PEERS: readonly Peer[] = [
  { name: 'one <img>', from: 'page', body: link(1) },
  {
    name: 'Glide',
    from: 'page',
    script: `import Glide, { Autoplay, Controls, Keyboard, Swipe } from '@glidejs/glide/dist/glide.modular.esm.js';
new Glide('.glide', { type: 'carousel', autoplay: ${TURN * 1000}, hoverpause: true }).mount({ Autoplay, Controls, Keyboard, Swipe });`,
    styles: ['@glidejs/glide/dist/css/glide.core.min.css'],
    body: GLIDE_BODY,
  },
  {
    name: 'Embla',
    from: 'page',
    script: `${EMBLA} begin();`,
    head: EMBLA_STYLE,
    body: `<div class="embla"><div class="embla__box">${slides((inner) => `<div>${inner}</div>`)}</div></div>`,
  },
  {
    name: 'Keen',
    from: 'page',
    script: `import Keen from 'keen-slider'; ${CONTROLS}
let timer; const begin = () => (timer = setInterval(() => keen.next(), ${TURN * 1000}));
const keen = new Keen('.keen-slider', { loop: true, slideChanged: ({ track }) => mark(track.details.rel) });
const mark = controls(${PICTURES}, { previous: () => keen.prev(), next: () => keen.next(), go: (at) => keen.moveToIdx(at), toggle: () => (timer ? (clearInterval(timer), (timer = 0)) : begin()) });
begin();`,
    styles: ['keen-slider/keen-slider.min.css'],
    body: `<div class="keen-slider">${slides((inner) => `<div class="keen-slider__slide">${inner}</div>`)}</div>`,
  },
  {
    name: 'Splide',
    from: 'page',
    script: `${SPLIDE} begin();`,
    styles: ['@splidejs/splide/dist/css/splide.min.css'],
    body: SPLIDE_BODY(slides((inner) => `<li class="splide__slide">${inner}</li>`)),
  },
  {
    name: 'Swiper modules',
    from: 'page',
    script: `${SWIPER} begin();`,
    styles: ['swiper/swiper-bundle.min.css'],
    body: SWIPER_BODY(slides((inner) => `<div class="swiper-slide">${inner}</div>`)),
  },
  {
    name: 'Swiper element',
    from: 'page',
    script: `import { register } from 'swiper/element/bundle'; register();`,
    body: `<swiper-container loop="true" autoplay-delay="${TURN * 1000}" navigation="true" pagination="true" pagination-clickable="true">${slides((inner) => `<swiper-slide>${inner}</swiper-slide>`)}</swiper-container>`,
  },
  {
    name: 'Shoelace',
    from: 'page',
    script: `import '@shoelace-style/shoelace/dist/components/carousel/carousel.js'; import '@shoelace-style/shoelace/dist/components/carousel-item/carousel-item.js';`,
    styles: ['@shoelace-style/shoelace/dist/themes/light.css'],
    body: `<sl-carousel loop autoplay autoplay-interval="${TURN * 1000}" navigation pagination>${slides((inner) => `<sl-carousel-item>${inner}</sl-carousel-item>`)}</sl-carousel>`,
  },
  {
    name: 'Web Awesome',
    from: 'page',
    script: `import '@awesome.me/webawesome/dist/components/carousel/carousel.js'; import '@awesome.me/webawesome/dist/components/carousel-item/carousel-item.js';`,
    styles: ['@awesome.me/webawesome/dist/styles/webawesome.css'],
    body: `<wa-carousel loop autoplay autoplay-interval="${TURN * 1000}" navigation pagination>${slides((inner) => `<wa-carousel-item>${inner}</wa-carousel-item>`)}</wa-carousel>`,
  },
  {
    name: 'bare Lit, first banner in the tag',
    from: 'page',
    script: LIT('<slot></slot>'),
    body: `<plain-rotator>${link(1)}</plain-rotator>`,
  },
  {
    name: 'civic-banner-rotator, first banner in the tag',
    from: 'page',
    own: 'banner-rotator',
    body: own(link(1)),
  },
  { name: 'bare Lit', from: 'feed', script: LIT(''), body: '<plain-rotator></plain-rotator>' },
  {
    name: 'Embla from the feed',
    from: 'feed',
    script: `${EMBLA} ${fromFeed(`'<div>' + ${IMG} + '</div>'`, '.embla__box')} begin();`,
    head: EMBLA_STYLE,
    body: '<div class="embla"><div class="embla__box"></div></div>',
  },
  {
    name: 'Swiper from the feed',
    from: 'feed',
    script: `${SWIPER} ${fromFeed(`'<div class="swiper-slide">' + ${IMG} + '</div>'`, '.swiper-wrapper')} begin();`,
    styles: ['swiper/swiper-bundle.min.css'],
    body: SWIPER_BODY(''),
  },
  {
    name: 'Splide from the feed',
    from: 'feed',
    script: `${SPLIDE} ${fromFeed(`'<li class="splide__slide">' + ${IMG} + '</li>'`, '.splide__list')} begin();`,
    styles: ['@splidejs/splide/dist/css/splide.min.css'],
    body: SPLIDE_BODY(''),
  },
  { name: 'civic-banner-rotator', from: 'feed', own: 'banner-rotator', body: own() },
  { name: 'civic-banner-rotator, by the loader', from: 'feed', own: 'banner-rotator', by: 'loader', body: own() },
  { name: 'civic-banner-rotator, preloaded', from: 'feed', own: 'banner-rotator', by: 'preload', body: own() },
];
