import {
  listTeams,
  listTemplates,
  may,
  readAppointment,
  readCase,
  suggestDuplicates,
} from '@guichet/casework';
import { DeskError, formatReference, isDeskError, parseReference, type Reference } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import type { DeskRequest } from '../../frame/desk-env.ts';
import { draw } from '../../frame/draw.tsx';
import { staffOf } from '../../session/require-staff.ts';
import { CasePage } from '../case-page.tsx';
import { conflictAnswer } from '../lock/conflict-answer.tsx';
import { type CaseProblem, type CaseView, serviceOf } from './case-view.ts';

/** Reads the reference in the address. Errors: not-found — what can't be one is as if there were no such case. */
export function referenceOf(c: DeskRequest): Reference {
  const reference = parseReference(c.req.param('reference') ?? '');
  if (!reference) throw new DeskError('not-found', 'no-such-case');
  return reference;
}

/** Goes back to the page of the case, which says what was done. */
export function told(c: DeskRequest, key: string): Response {
  return c.redirect(`/cases/${referenceOf(c)}?told=${key}`, 303);
}

/** Runs a verb; what it finds invalid is shown beside the form, as typed, and what changed meanwhile beside what was typed. */
export async function tried<T>(
  c: DeskRequest,
  problem: Omit<CaseProblem, 'message'>,
  verb: () => Promise<T>,
): Promise<T | Response> {
  try {
    return await verb();
  } catch (error) {
    if (isDeskError(error) && error.publicKey === 'case-changed') return conflictAnswer(c, referenceOf(c));
    if (!isDeskError(error) || error.code !== 'invalid') throw error;
    return refused(c, { ...problem, message: errorWords(error, c.get('language')) });
  }
}

/** Draws the case again, with what is wrong beside the form that was sent. */
export function refused(c: DeskRequest, problem: CaseProblem): Promise<Response> {
  return casePage(c, { problem }, 422);
}

/** Answers with the page of a case as it is now; opening it leaves an event. */
export async function casePage(
  c: DeskRequest,
  extra: Partial<CaseView> = {},
  status = 200,
): Promise<Response> {
  const { ctx, actor } = staffOf(c);
  const language = c.get('language');
  const reference = referenceOf(c);
  const [file, alike, teams, templates] = await Promise.all([
    readCase(ctx, {
      reference,
      ...(extra.revealedFor === undefined ? {} : { revealFor: extra.revealedFor }),
    }),
    may(actor, 'case.link') ? suggestDuplicates(ctx, reference) : [],
    listTeams(ctx),
    listTemplates(ctx),
  ]);
  const mine = file.heldBy?.staffId === actor.staffId || actor.roles.includes('supervisor');
  const isOpen = file.closure === null;
  const transfers = isOpen && may(actor, 'case.transfer') && (file.heldBy === null || mine);
  const service = serviceOf(ctx.catalogue, file);
  const appointment = service?.definition.appointment && (await readAppointment(ctx, { reference }));
  return draw(
    c,
    {
      title: words(language).desk.case.title(formatReference(file.reference)),
      current: 'queue',
      status,
      hasErrors: extra.problem !== undefined,
      here: `/cases/${reference}`,
    },
    <CasePage
      file={file}
      service={service}
      language={language}
      csrf={c.get('csrf')}
      now={ctx.clock.now()}
      me={{
        staffId: actor.staffId,
        decides: mine && may(actor, 'case.close'),
        takes: may(actor, 'case.assign'),
        resumes: may(actor, 'case.resume'),
        replies: may(actor, 'case.reply'),
        corrects: may(actor, 'address.correct'),
        proves: may(actor, 'identity.prove'),
        tells: may(actor, 'referral.tell'),
        hears: may(actor, 'referral.hear'),
        notes: may(actor, 'note.write'),
        logs: may(actor, 'contact.log'),
        tasks: may(actor, 'task.add'),
        links: may(actor, 'case.link'),
        transfers,
        confirms: may(actor, 'closure.confirm'),
        supervises: may(actor, 'desk.supervise'),
      }}
      likely={isOpen ? alike : []}
      teams={teams}
      templates={templates}
      appointment={appointment}
      {...extra}
    />,
  );
}
