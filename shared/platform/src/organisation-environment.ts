import { z } from 'zod';

/** The settings of the processes that speak for the body: its name in both languages, and its address. */
export const organisationEnvironment = z.object({
  ORGANISATION_FR: z.string().default('Guichet (démonstration)'),
  ORGANISATION_EN: z.string().default('Guichet (demonstration)'),
  /** Of the counter, where letters come from and go to: lines separated by `|`. */
  ORGANISATION_ADDRESS: z
    .string()
    .default('Guichet|1, rue de l’Exemple|Québec (Québec)  G1R 4S9')
    .transform((text) => text.split('|').map((line) => line.trim())),
});
