import type { PageSubject, Sign } from '../page-code.ts';
import type { PaperName, PrintSize } from '../paper.ts';

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
  /** Letter when absent. */
  paper?: PaperName;
  /** Normal when absent. */
  print?: PrintSize;
  /** Makes it a letter that asks one person for what is missing, with only the questions asked. */
  request?: FormRequest;
}

/** A letter to one person, with the questions of their request that are still to be answered. */
export interface FormRequest {
  about: PageSubject;
  /** Whose name and address show in the window; absent when the person prints it themselves. */
  recipient?: { name: string; lines: readonly string[] };
  /** As it is to be read: `24 novembre 2026`. */
  date: string;
  /** The last day to post the answer, as it is to be read. */
  replyBy: string;
  /** What a person of the desk says of it; none leaves the words of every such letter. */
  paragraphs: readonly string[];
  asks: readonly AskedAgain[];
}

/** A question to ask of one person. */
export interface AskedAgain {
  key: string;
  /** It concerns them only if another of the questions asked is answered so: the condition is printed. */
  conditional: boolean;
}
