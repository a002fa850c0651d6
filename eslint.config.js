import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
// @ts-expect-error – the package has no types
import litA11y from 'eslint-plugin-lit-a11y';
import ts from 'typescript-eslint';

/** Old host libraries replace `Array.from` and add to `Object.prototype`; the sources must not lean on either. */
const HOST_TRAPS = [
  {
    selector: "MemberExpression[object.name='Array'][property.name='from']",
    message: 'Old host libraries replace Array.from: use spread.',
  },
  {
    selector: "CallExpression[callee.property.name='entries'][arguments.length=0]",
    message: 'Old host libraries replace entries of a list, too: count, or use forEach.',
  },
  { selector: 'ForInStatement', message: 'Old host libraries extend Object.prototype: use Object.keys or for…of.' },
];

/** HTML out of a string goes through the sanitiser and nowhere else. */
const RAW_HTML = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'HTML goes through the sanitiser only.',
  },
  { selector: "ImportSpecifier[imported.name='unsafeHTML']", message: 'HTML goes through the sanitiser only.' },
  {
    selector: 'ImportDeclaration[source.value=/directives\\/(unsafe-html|unsafe-svg|style-map)/]',
    message: 'No raw HTML, no inline style.',
  },
  { selector: "CallExpression[callee.name='eval'], NewExpression[callee.name='Function']", message: 'No eval.' },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/(<style|\\sstyle=)/i]',
    message: 'No <style> and no inline style in templates: a strict CSP refuses them.',
  },
];

/** A test that is focused, skipped or postponed is no test. */
const ALL_TESTS_RUN = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe|suite|context|specify)$/][property.name=/^(only|skip|todo)$/]',
    message: 'Every test runs: no only, skip or todo.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xdescribe|xcontext|xspecify|fit|fdescribe)$/]',
    message: 'Every test runs.',
  },
  {
    selector: "CallExpression[callee.object.type='ThisExpression'][callee.property.name='skip']",
    message: 'Every test runs.',
  },
  { selector: 'Property[key.name=/^(only|skip|todo)$/][value.value=true]', message: 'Every test runs.' },
];

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    '.cache/',
    'demo/public/',
    'test/host-pages/',
    'test/**/fixtures/',
    'scripts/framework-types/',
    // Each with its own compiler and packages.
    'examples/',
  ]),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  lit['flat/recommended'],
  {
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'max-lines': ['error', { max: 420 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'lit/no-native-attributes': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `text || fallback` for an empty text is meant; for objects and numbers it is a trap.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Lit calls `@click=${this.method}` with its element.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // WebKit drops the list role of a list without markers, so naming it again is no mistake.
      'lit-a11y/no-redundant-role': 'off',
      // `record['key']` is how noPropertyAccessFromIndexSignature-style code says "this may be missing".
      '@typescript-eslint/dot-notation': 'off',
    },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-syntax': ['error', ...HOST_TRAPS, ...RAW_HTML],
    },
  },
  {
    files: ['src/node/**/*.ts'],
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': 'off',
      // Fastify's plugins and handlers are async, whether or not they wait for anything.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/feed/sanitise*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...HOST_TRAPS] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...ALL_TESTS_RUN],
      // Node's `describe` and `it` return promises that its runner awaits itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'test', 'suite'] },
          ],
        },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts', 'demo/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.js'],
    extends: [ts.configs.disableTypeChecked],
  },
);
