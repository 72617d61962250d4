import type { CompiledService } from '@guichet/catalogue';
import type { DeskContext } from '@guichet/casework';
import type { FormRequest, PaperName, PrintSize } from '@guichet/channels/mail';
import type { Bilingual, Language } from '@guichet/kernel';
import type { Logger } from '@guichet/platform';
import type { HttpEnv } from '@guichet/platform/http';
import type { Hono } from 'hono';

/** What the public door tells people of the body it stands for. */
export interface DoorFacts {
  /** Address people reach the door by, without a path. */
  publicUrl: string;
  organisation: Bilingual;
  /** The telephone line, E.164; absent when there is none. */
  phone?: string;
  /** Lines of the address of the counter, where letters also go. */
  address: readonly string[];
  /** The sheets that forms and slips are printed on. */
  paper: PaperName;
}

/** What the public door works with. */
export interface DoorDeps extends DoorFacts {
  /** Acts as the public on the web; the API and the telephone set their own actor. */
  desk: DeskContext;
  log: Logger;
  /** Prints a paper form: all of it, or what is still to be asked of one person. */
  paperForm(
    service: CompiledService,
    language: Language,
    print: PrintSize,
    request?: FormRequest,
  ): Promise<Buffer>;
  /** Tells whether the door can do its work now. */
  readiness(): Promise<Readiness>;
  /** The telephone's webhooks, rooted at `/`; absent when the desk has no line. */
  phoneRoutes?: Hono;
}

/** `ready` says whether requests can be accepted; without Redis they still can. */
export interface Readiness {
  ready: boolean;
  database: 'up' | 'down';
  redis: 'up' | 'down' | 'none';
}

/** What the door's middleware leaves for its handlers. */
export interface DoorEnv extends HttpEnv {
  Variables: HttpEnv['Variables'] & { language: Language };
}
