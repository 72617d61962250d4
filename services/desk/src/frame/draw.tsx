import { may, type Permission } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { DeskLayout, type DeskSection, document } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AgainDialog } from '../counter/kept/again-dialog.tsx';
import { keptAssetPaths } from '../counter/kept/kept-assets.ts';
import { KeptBar } from '../counter/kept/kept-bar.tsx';
import { readKeyChoice } from '../keys/key-choice.ts';
import { deskAssetPaths } from './desk-assets.ts';
import type { DeskRequest, SignedIn } from './desk-env.ts';
import { LeaveDialog } from './leave-dialog.tsx';

type Section = Exclude<DeskSection, 'label'>;

/** The parts of the desk in the order of its bar, and what a person must be allowed to do to see each. */
const sections: readonly { section: Section; href: string; permission: Permission }[] = [
  { section: 'queue', href: '/', permission: 'queue.list' },
  { section: 'calls', href: '/calls', permission: 'call.list' },
  { section: 'counter', href: '/counter', permission: 'counter.serve' },
  { section: 'appointments', href: '/appointments', permission: 'appointment.list' },
  { section: 'mailroom', href: '/mailroom', permission: 'mailroom.read' },
  { section: 'tasks', href: '/tasks', permission: 'task.list' },
  { section: 'print', href: '/print', permission: 'print.list' },
  { section: 'pickup', href: '/pickup', permission: 'print.list' },
  { section: 'supervisor', href: '/supervisor', permission: 'desk.supervise' },
];

export interface PageFacts {
  title: string;
  current?: Section;
  wide?: boolean;
  hasErrors?: boolean;
  status?: number;
  /** The page's address for the language link, when it was drawn in answer to a form; it keeps what a page is asked for otherwise. */
  here?: string;
}

/** Answers with a page of the desk in its frame. */
export function draw(c: DeskRequest, facts: PageFacts, body: Child): Response | Promise<Response> {
  const language = c.get('language');
  const staff = c.get('staff');
  const other = language === 'fr' ? 'en' : 'fr';
  const { title, current, wide, hasErrors, status = 200 } = facts;
  const atCounter = current === 'counter' && staff !== undefined;
  return c.html(
    document(
      <DeskLayout
        language={language}
        title={title}
        otherLanguageHref={`${facts.here ?? c.req.path}?${queryIn(c, facts, other)}`}
        {...(current === undefined ? {} : { current })}
        {...(wide === undefined ? {} : { wide })}
        {...(atCounter ? { manifest: keptAssetPaths.manifest[language] } : {})}
        {...(hasErrors === undefined ? {} : { hasErrors })}
        {...(staff
          ? {
              staff: { id: staff.actor.staffId, name: staff.name, role: mainRole(staff) },
              nav: navOf(staff),
              csrf: c.get('csrf'),
              letters: readKeyChoice(c).letters,
            }
          : {})}
      >
        <link rel="stylesheet" href={deskAssetPaths.css} />
        {atCounter ? <KeptBar language={language} /> : null}
        {body}
        {atCounter ? <AgainDialog language={language} /> : null}
        {staff && may(staff.actor, 'counter.serve') ? <LeaveDialog language={language} /> : null}
        <script type="module" src={deskAssetPaths.script}></script>
        <script type="module" src={deskAssetPaths.questions}></script>
        <script type="module" src={keptAssetPaths.leave}></script>
        {atCounter ? <script type="module" src={keptAssetPaths.counter}></script> : null}
      </DeskLayout>,
    ),
    status as ContentfulStatusCode,
  );
}

/** What a page was asked for, filters too, in the other language. */
function queryIn(c: DeskRequest, { here }: PageFacts, language: Language): string {
  const query = new URLSearchParams(here === undefined ? new URL(c.req.url).search : '');
  query.set('lang', language);
  return query.toString();
}

function navOf(staff: SignedIn): { section: Section; href: string }[] {
  return sections
    .filter(({ permission }) => may(staff.actor, permission))
    .map(({ section, href }) => ({ section, href }));
}

/** Of several roles, the one that answers for most. */
function mainRole({ actor }: SignedIn): string {
  const order = ['supervisor', 'privacy-officer', 'clerk', 'agent'] as const;
  return order.find((role) => actor.roles.includes(role)) ?? '';
}
