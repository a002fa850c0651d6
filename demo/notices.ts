/**
 * The side columns of notices change their layout with the width of the page: a stack beside the directive, a grid
 * below it on a tablet, one that rotates on a phone.
 */
const column = matchMedia('(min-width: 1100px)');
const tablet = matchMedia('(min-width: 640px)');
/** The tallest notice, 300 by 250, and a row of buttons below it. */
const PHONE_RATIO = '300/288';

function arrange(): void {
  const layout = column.matches ? 'stack' : tablet.matches ? 'grid' : 'rotate';
  for (const notices of document.querySelectorAll('civic-banner-rotator[data-narrow]')) {
    notices.setAttribute('layout', layout);
    if (layout === 'rotate') notices.setAttribute('ratio', PHONE_RATIO);
    else notices.removeAttribute('ratio');
  }
}

arrange();
column.addEventListener('change', arrange);
tablet.addEventListener('change', arrange);
