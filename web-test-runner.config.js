// The runner's parts are TypeScript; this lets Node read them when the runner is started by hand.
import { register } from 'tsx/esm/api';

register();
const { runnerConfig } = await import('./test/support/runner-config.js');

export default runnerConfig();
