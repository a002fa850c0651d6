#!/usr/bin/env node
/** What the package's `bin` runs. */
import { run } from './cli.js';

process.exitCode = await run(process.argv);
