/** What `-f` and `--lang` can name: loaded only for a command that has them. */
export async function registries() {
  const [{ formats }, { catalogues }] = await Promise.all([
    import('../report/formats/formats.ts'),
    import('../locale/catalogue.ts'),
  ]);
  return { formats, catalogues };
}
