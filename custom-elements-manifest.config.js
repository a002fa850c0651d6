/** How `dist/custom-elements.json` comes out of the sources: Lit's elements with their doc comments. */

/**
 * Doc comment, type and default of each attribute `tag`, by class name: the analyzer takes it for the static `tag`.
 *
 * @type {Map<string, object>}
 */
const tagAttributes = new Map();

export default {
  globs: ['src/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [
    {
      name: 'tag-the-attribute',
      analyzePhase({ ts, node }) {
        if (!ts.isPropertyDeclaration(node) || node.name.getText() !== 'tag') return;
        if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)) return;
        tagAttributes.set(node.parent.name.getText(), {
          type: { text: node.type.getText() },
          description: ts.getJSDocCommentsAndTags(node)[0]?.comment,
        });
      },
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations = [] } of customElementsManifest.modules) {
          for (const { name, attributes = [], members = [] } of declarations) {
            const own = tagAttributes.get(name);
            if (own !== undefined) {
              const at = attributes.findIndex((attribute) => attribute.name === 'tag');
              attributes[at] = { name: 'tag', ...own, fieldName: 'tag' };
              const statics = members.filter((member) => member.name === 'tag');
              members.splice(members.indexOf(statics.at(-1)), 1, {
                kind: 'field',
                name: 'tag',
                privacy: 'public',
                ...own,
                attribute: 'tag',
              });
              delete statics[0].attribute;
            }
            for (const attribute of attributes) {
              // The value, not the name of the constant that holds it.
              const field = members.find((member) => !member.static && member.name === attribute.fieldName);
              if (field?.default !== undefined) attribute.default = field.default;
              if (attribute.name === 'lang') {
                attribute.description = 'Language of the widget’s own words; that of the nearest `[lang]`, else `vi`.';
              }
            }
          }
        }
      },
    },
    {
      name: 'only-what-is-public',
      packageLinkPhase({ customElementsManifest }) {
        for (const module of customElementsManifest.modules) {
          for (const declaration of module.declarations ?? []) {
            // The analyzer takes `new CivicOpenEvent(item)` for an event called "item".
            declaration.events = declaration.events?.filter((event) => event.name?.startsWith('civic-'));
            declaration.members = declaration.members?.filter(
              (member) => !/^#|^_/.test(member.name) && member.privacy !== 'private',
            );
          }
        }
        customElementsManifest.modules = customElementsManifest.modules.filter((module) =>
          module.declarations?.some((declaration) => declaration.customElement),
        );
      },
    },
  ],
};
