/** What the command line takes from its surroundings. */
export const config = {
  /** The two first letters of `LANG`, as in `fr_CA.UTF-8`. */
  language: (process.env.LANG ?? '').slice(0, 2),
  catalogueDir: process.env.CATALOGUE_DIR ?? 'shared/catalogue/packs',
};
