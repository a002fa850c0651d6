/** What editors complete tags and attributes by: VS Code's custom data and JetBrains' web types, out of the manifest. */
import { mkdirSync, readFileSync } from 'node:fs';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

type Manifest = Parameters<typeof generateVsCodeCustomElementData>[0];

export function writeEditorData(outdir: string, manifest: string): void {
  mkdirSync(outdir, { recursive: true });
  const described = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  const shared = { outdir, hideLogs: true };
  generateVsCodeCustomElementData(described, {
    ...shared,
    htmlFileName: 'vscode.html-custom-data.json',
    cssFileName: 'vscode.css-custom-data.json',
  });
  generateJetBrainsWebTypes(described, {
    ...shared,
    webTypesFileName: 'web-types.json',
    packageJson: false,
    // The sources are not published; what a module's path is good for is what defines the element.
    modulePathTemplate: (_name, path) => path.replace(/^src\//, 'dist/lib/').replace(/\.ts$/, '.js'),
  });
}
