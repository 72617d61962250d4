import type {
  CaseAppointment,
  CaseFile,
  LikelyDuplicate,
  ServiceShelf,
  TeamRow,
  Template,
} from '@guichet/casework';
import type { CompiledService } from '@guichet/catalogue';
import type { Language, StaffId } from '@guichet/kernel';

/** Words and texts of a form that was refused, to draw it again as it was typed. */
export interface CaseProblem {
  form:
    | 'closure'
    | 'pause'
    | 'revelation'
    | 'news'
    | 'note'
    | 'contact'
    | 'task'
    | 'link'
    | 'transfer'
    | 'send-back'
    | 'reply';
  message: string;
  outcome?: string;
  /** The referral whose news were refused. */
  referral?: string;
  /** The text as typed. */
  text?: string;
  /** The other controls, as sent. */
  typed?: Readonly<Record<string, string>>;
}

/** What the page of a case is drawn from. */
export interface CaseView {
  file: CaseFile;
  /** As it was when the case was opened; undefined once it left the catalogue. */
  service: CompiledService | undefined;
  language: Language;
  csrf: string;
  now: Date;
  me: {
    staffId: StaffId;
    decides: boolean;
    /** May take a case that nobody holds, out of its order. */
    takes: boolean;
    resumes: boolean;
    replies: boolean;
    /** May put right where letters go. */
    corrects: boolean;
    proves: boolean;
    tells: boolean;
    hears: boolean;
    notes: boolean;
    logs: boolean;
    /** Adds tasks and marks them. */
    tasks: boolean;
    /** Sees why who took the case was given it. */
    supervises: boolean;
    /** Links, joins and splits cases. */
    links: boolean;
    transfers: boolean;
    /** Confirms what another person proposed. */
    confirms: boolean;
  };
  /** Cases that look like the same request. */
  likely?: LikelyDuplicate[];
  teams?: TeamRow[];
  templates?: Template[];
  /** Absent where the service is not given by appointment. */
  appointment?: CaseAppointment | undefined;
  /** Why sensitive answers are shown, if they are. */
  revealedFor?: string;
  told?: string;
  problem?: CaseProblem;
}

/** Finds the definition a case was asked under. */
export function serviceOf(catalogue: ServiceShelf, file: CaseFile): CompiledService | undefined {
  return catalogue.find(file.serviceCode, file.serviceVersion);
}
