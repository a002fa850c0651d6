import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { filesIn, moved, movingFolder, writeServerFolder, type Integrity } from '../../scripts/server-folder.js';
import { laterImports, staticImports } from '../../scripts/size.js';
import { VERSION } from '../../src/version.js';
import { built, dist } from '../support/built.js';

await built();
const server = join(dist, 'server');
const fixed = join(server, VERSION);
const moving = join(server, 'v1');
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
const temporary = mkdtempSync(join(tmpdir(), 'civic-server-'));
after(() => rmSync(temporary, { recursive: true, force: true }));

describe('the folder of a version', () => {
  const { version, files } = JSON.parse(read(fixed, 'sri.json')) as Integrity;

  it('has in sri.json the hash of every script and style sheet, and each is right', () => {
    assert.equal(version, VERSION);
    assert.deepEqual(
      Object.keys(files),
      filesIn(fixed).filter((file) => /\.(js|css)$/.test(file)),
    );
    for (const [file, hash] of Object.entries(files)) {
      const digest = createHash('sha384')
        .update(readFileSync(join(fixed, file)))
        .digest('base64');
      assert.equal(hash, `sha384-${digest}`, file);
    }
  });

  it('is what was built, hashes included', () => {
    const built = filesIn(join(dist, 'cdn'));
    assert.deepEqual(
      filesIn(fixed).filter((file) => file !== 'web.config'),
      built,
    );
    for (const file of built) assert.equal(read(fixed, file), read(dist, 'cdn', file), file);
  });

  it('is kept by browsers for a year', () => {
    assert.match(
      read(fixed, 'web.config'),
      /cacheControlMaxAge="365\.00:00:00" cacheControlCustom="public, immutable"/,
    );
  });
});

describe('the folder that moves', () => {
  const scripts = filesIn(moving).filter((file) => file.endsWith('.js'));

  it('has every entry and no part of one', () => {
    const entries = filesIn(fixed).filter((file) => /^(embed\/)?[\w-]+\.js$/.test(file));
    assert.deepEqual(scripts, entries);
    assert(entries.includes('loader.js') && entries.includes('civic-widgets.js') && entries.includes('embed/embed.js'));
  });

  it('takes parts from the version’s folder, and all of them are there', () => {
    for (const file of scripts) {
      const code = read(moving, file);
      for (const target of [...staticImports(code), ...laterImports(code)]) {
        const path = join(moving, dirname(file), target);
        assert(existsSync(path), `${file} → ${target}`);
        if (target.includes('chunks/')) assert(path.startsWith(fixed), `${file} → ${target}`);
      }
      // The loader's list is below the folder that it names first.
      if (file !== 'loader.js') assert.doesNotMatch(code, /["'`](?:\.\/)?(?:chunks|late)\//, file);
    }
    assert.match(read(moving, 'news-list.js'), new RegExp(`from"\\.\\./${VERSION}/chunks/`));
    assert.match(read(moving, 'civic-widgets.js'), new RegExp(`new URL\\("\\.\\./${VERSION}/late/purify\\.js"`));
    assert.match(read(moving, 'loader.js'), new RegExp(`"\\.\\./${VERSION}/"`));
  });

  it('names no hash, which the next version would break, and no map that would not fit', () => {
    assert(!existsSync(join(moving, 'sri.json')));
    for (const file of scripts) assert.doesNotMatch(read(moving, file), /sourceMappingURL/, file);
  });

  it('is asked for again after minutes', () => {
    assert.match(read(moving, 'web.config'), /cacheControlMaxAge="00:10:00"/);
  });

  it('is called after the contract’s version', () => {
    assert.deepEqual(['0.1.0', '1.0.0', '1.12.3', '2.0.0-beta.1'].map(movingFolder), ['v1', 'v1', 'v1', 'v2']);
  });

  it('changes nothing in an entry but where its parts are', () => {
    assert.equal(
      moved(
        'import{a}from"./chunks/core-x.js";import("./chunks/b.js");new URL("late/c.js",d);\n//# sourceMappingURL=a.js.map\n',
        '1.2.3',
      ),
      'import{a}from"../1.2.3/chunks/core-x.js";import("../1.2.3/chunks/b.js");new URL("../1.2.3/late/c.js",d);\n',
    );
  });
});

describe('the archive for hosting it oneself', () => {
  const zip = join(dist, `civic-widgets-${VERSION}.zip`);

  it('holds the whole folder, byte by byte', () => {
    const packed = unzipSync(readFileSync(zip));
    assert.deepEqual(
      Object.keys(packed).sort(),
      filesIn(server)
        .map((file) => `civic-widgets/${file}`)
        .sort(),
    );
    for (const [name, content] of Object.entries(packed)) {
      assert.deepEqual(Buffer.from(content), readFileSync(join(server, name.slice('civic-widgets/'.length))), name);
    }
  });

  it('tells an administrator what it is, with addresses and a hash that are right', () => {
    const text = read(server, 'DOC-TRUOC.txt');
    assert.doesNotMatch(text, /VERSION|MOVING|HASH/);
    const [, path = '', hash] = /src="\/civic-widgets\/([^"]+)" integrity="([^"]+)"/.exec(text) ?? [];
    const { files } = JSON.parse(read(fixed, 'sri.json')) as Integrity;
    assert.equal(hash, files[path.replace(`${VERSION}/`, '')]);
    for (const [, address = ''] of text.matchAll(/src="\/civic-widgets\/([^"]+)"/g)) {
      assert(existsSync(join(server, address)), address);
    }
  });

  it('is the same whenever it is made, and names its public address where that is known', async () => {
    const cdn = join(dist, 'cdn');
    const again = await writeServerFolder({ cdn, target: join(temporary, 'server'), version: VERSION });
    assert.deepEqual(readFileSync(join(temporary, again)), readFileSync(zip));
    await writeServerFolder({
      cdn,
      target: join(temporary, 'server'),
      version: VERSION,
      site: 'https://tinh.example/w/',
    });
    for (const folder of [VERSION, 'v1']) {
      const page = read(temporary, 'server', folder, 'embed/news-list/index.html');
      const address = `https://tinh.example/w/${folder}/embed/news-list/`;
      assert(page.includes(`<link rel="canonical" href="${address}" />`));
      assert(page.includes(`type="application/json+oembed" href="${address}oembed.json"`));
      const { html } = JSON.parse(read(temporary, 'server', folder, 'embed/news-list/oembed.json')) as { html: string };
      assert(html.includes(`src="${address}"`));
    }
  });
});

describe('the settings for servers', () => {
  it('let other sites read, in IIS and nginx, and know every kind of file in the folder', () => {
    const iis = read(server, 'web.config');
    const nginx = read(server, 'nginx.conf');
    assert.match(iis, /<add name="Access-Control-Allow-Origin" value="\*" \/>/);
    assert.match(nginx, /add_header Access-Control-Allow-Origin "\*" always;/);
    const endings = new Set(filesIn(server).flatMap((file) => /\.\w+$/.exec(file)?.[0] ?? []));
    // IIS knows these from the start, has no need to hand the others out.
    for (const known of ['.html', '.css', '.txt', '.config', '.conf']) endings.delete(known);
    for (const ending of endings) {
      assert(iis.includes(`<remove fileExtension="${ending}" />`), ending);
      assert(iis.includes(`<mimeMap fileExtension="${ending}"`), ending);
    }
  });

  it('in nginx tell a version’s folder from the moving one', () => {
    const [, pattern = ''] =
      /"~([^"]+)"\s+"public, max-age=31536000, immutable"/.exec(read(server, 'nginx.conf')) ?? [];
    assert.match(`/civic-widgets/${VERSION}/loader.js`, new RegExp(pattern));
    assert.doesNotMatch('/civic-widgets/v1/loader.js', new RegExp(pattern));
  });
});
