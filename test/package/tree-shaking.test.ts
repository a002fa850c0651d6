import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { rolldown } from 'rolldown';
import { makeConsumer } from './consumer.js';

const consumer = await makeConsumer();
after(() => consumer.remove());

interface Bundled {
  /** Code of the entry. */
  entry: string;
  /** Modules that left code in it, or in what it loads later. */
  modules: string[];
}

/** Path inside this package, or name of the library. */
function plain(id: string): string {
  const file = id.replaceAll('\\', '/').replace(/^\0/, '');
  const ours = /\/node_modules\/civic-widgets\/dist\/(.*)$/.exec(`/${file}`)?.[1];
  return (
    ours ??
    /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(`/${file}`)?.[1] ??
    relative(consumer.folder, resolve(consumer.folder, file))
  );
}

async function withRolldown(code: string): Promise<Bundled> {
  const input = consumer.write('entry.js', code);
  const bundle = await rolldown({ input, platform: 'browser', logLevel: 'warn' });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  const modules = chunks.flatMap((chunk) =>
    Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [plain(id)] : [])),
  );
  return { entry: chunks.find((chunk) => chunk.isEntry)?.code ?? '', modules: [...new Set(modules)] };
}

/** As much of esbuild's interface as is used here; it comes with tsx, not as a dependency of its own. */
interface Esbuild {
  build(options: object): Promise<{
    outputFiles: { path: string; text: string }[];
    metafile: { outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }> };
  }>;
}
const require = createRequire(import.meta.url);
const esbuild = createRequire(require.resolve('tsx'))('esbuild') as Esbuild;

/** Into one file: split, esbuild also writes the lazy parts of what it shakes off, which no page ever loads. */
async function withEsbuild(code: string): Promise<Bundled> {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: consumer.folder,
    entryPoints: [consumer.write('entry.js', code)],
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    outdir: 'out',
    logLevel: 'error',
  });
  const modules = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([id, { bytesInOutput }]) => (bytesInOutput > 0 ? [plain(id)] : [])),
  );
  return { entry: outputFiles[0]?.text ?? '', modules: [...new Set(modules)] };
}

const BUNDLERS = { Rolldown: withRolldown, esbuild: withEsbuild };

for (const [name, bundle] of Object.entries(BUNDLERS)) {
  describe(`bundling with ${name}`, () => {
    it('takes of the classes only the one that is used', async () => {
      const { entry, modules } = await bundle(`import { NewsList } from 'civic-widgets'; NewsList.define();`);
      assert(modules.includes('lib/widgets/news-list/news-list.js'));
      assert.deepEqual(
        modules.filter((id) => /^lib\/(widgets\/(?!news-list\/|[\w-]+\.js)|embed\/)/.test(id)),
        [],
        'other widgets',
      );
      assert.doesNotMatch(entry, /civic-(banner-rotator|directive-viewer|campaign-list|access-counter)/);
      assert(!modules.includes('dompurify'), 'no HTML is shown, none is sanitised');
    });

    it('takes no validation library along', async () => {
      const { modules } = await bundle(`import 'civic-widgets/all.js';`);
      assert(modules.includes('lib/feed/conform.js'));
      assert(!modules.includes('valibot'));
      assert(!modules.includes('lib/feed/schema.js'));
    });

    it('leaves nothing of an import that is not used', async () => {
      const { entry, modules } = await bundle(`import { NewsList } from 'civic-widgets'; console.log('ours');`);
      assert.deepEqual(modules, ['entry.js']);
      assert.match(entry, /ours/);
    });

    it('keeps what a defining module does', async () => {
      const { modules } = await bundle(`import 'civic-widgets/civic-access-counter.js';`);
      assert(modules.includes('lib/widgets/access-counter/access-counter.js'));
      assert(!modules.includes('lib/widgets/news-list/news-list.js'));
    });

    it('takes the reader alone, without Lit', async () => {
      const { modules } = await bundle(`import { read } from 'civic-widgets'; console.log(read({}, ''));`);
      assert(modules.includes('lib/feed/read.js'));
      assert.deepEqual(
        modules.filter((id) => /lit|lib\/(widgets|look|locales)/.test(id)),
        [],
      );
    });
  });
}
