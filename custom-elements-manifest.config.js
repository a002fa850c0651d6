/** How `dist/custom-elements.json` comes out of the sources: Lit's elements with their doc comments. */
export default {
  globs: ['src/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [
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
