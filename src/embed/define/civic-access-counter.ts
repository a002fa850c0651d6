/** Defines `<civic-access-counter>`. */
import { AccessCounter } from '../../widgets/access-counter/access-counter.js';

AccessCounter.define();
