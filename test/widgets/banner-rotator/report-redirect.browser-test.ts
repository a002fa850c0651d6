import { expect } from 'chai';
import { drawId, sendReport } from '../../../src/widgets/banner-rotator/report-request.js';
import { Reporter } from '../../../src/widgets/banner-rotator/reporting.js';
import { unsent } from '../../../src/widgets/banner-rotator/unsent.js';
import { afterwards, feedUrl, frame, uniqueKey, until } from '../../support/page.js';
import { banner } from './rotators.js';

/** The redirect makes a `GET` of the report, which is answered by 200: what a login page does as well. */
const elsewhere = () => new URL(feedUrl('redirect', { to: feedUrl('ok.json'), key: uniqueKey() }), location.href).href;

describe('a report that is sent elsewhere by the server', () => {
  it('has failed', async () => {
    let error: unknown;
    await sendReport(elsewhere(), { b: drawId(), n: [['a', '', 1, 0, 0]] }, 0).catch((reason: unknown) => {
      error = reason;
    });
    expect(error).to.be.instanceOf(TypeError);
  });

  it('stays on the device for later', async () => {
    afterwards(() => localStorage.removeItem('civic-widgets:unsent'));
    const native = window.fetch;
    let answered = 0;
    window.fetch = (...args) => native(...args).finally(() => answered++);
    afterwards(() => {
      window.fetch = native;
    });
    const url = elsewhere();
    const reporter = new Reporter(url);
    reporter.note(banner('a'), 2);
    reporter.send();
    await until(() => answered === 1, 'an answer');
    await frame();
    expect(unsent(url).map(({ n }) => n)).to.deep.equal([[['a', '', 1, 0, 0]]]);
  });
});
