import type { Sign } from '../page-code.ts';

/** What a printing of a form needs beside the service. */
export interface FormOptions {
  /** Name of the public body, in the language of the form. */
  organisation: string;
  /** Lines of the address to mail the form to. */
  returnAddress: readonly string[];
  /** Identity of this printing, from `newSerial`. */
  serial: string;
  sign: Sign;
  /** Where the same service is asked for online, as people would type it. */
  online?: string;
  /** Number of the telephone line, as people would dial it. */
  phone?: string;
}
