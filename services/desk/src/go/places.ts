import { may, type Permission } from '@guichet/casework';
import { type Language, languages } from '@guichet/kernel';
import { type Words, words } from '@guichet/pages';
import type { SignedIn } from '../frame/desk-env.ts';

type PlaceName = keyof Words['go']['places'];

/** Each page of the desk that stands by itself, in the order of its list, and what a person must be allowed to do to see it. */
export const places: readonly { name: PlaceName; href: string; permission: Permission }[] = [
  { name: 'queue', href: '/', permission: 'queue.list' },
  { name: 'search', href: '/search', permission: 'case.search' },
  { name: 'calls', href: '/calls', permission: 'call.list' },
  { name: 'counter', href: '/counter', permission: 'counter.serve' },
  { name: 'board', href: '/counter/board', permission: 'hall.read' },
  { name: 'kiosk', href: '/counter/kiosk', permission: 'hall.read' },
  { name: 'appointments', href: '/appointments', permission: 'appointment.list' },
  { name: 'hours', href: '/appointments/hours', permission: 'appointment.hours' },
  { name: 'mailroom', href: '/mailroom', permission: 'mailroom.read' },
  { name: 'found', href: '/mailroom/found', permission: 'mailroom.search' },
  { name: 'tasks', href: '/tasks', permission: 'task.list' },
  { name: 'print', href: '/print', permission: 'print.list' },
  { name: 'returned', href: '/print/returned', permission: 'mail.return' },
  { name: 'pickup', href: '/pickup', permission: 'print.list' },
  { name: 'supervisor', href: '/supervisor', permission: 'desk.supervise' },
  { name: 'dashboard', href: '/supervisor/board', permission: 'board.read' },
  { name: 'turn', href: '/supervisor/next', permission: 'desk.supervise' },
  { name: 'staff', href: '/supervisor/staff', permission: 'staff.read' },
  { name: 'teams', href: '/supervisor/teams', permission: 'desk.supervise' },
  { name: 'days', href: '/supervisor/days', permission: 'calendar.write' },
  { name: 'line', href: '/supervisor/line', permission: 'desk.supervise' },
  { name: 'figures', href: '/supervisor/mailroom', permission: 'desk.supervise' },
  { name: 'counters', href: '/supervisor/counters', permission: 'place.write' },
  { name: 'webhooks', href: '/supervisor/webhooks', permission: 'webhook.write' },
  { name: 'templates', href: '/supervisor/templates', permission: 'template.write' },
  { name: 'account', href: '/account', permission: 'account.change' },
  { name: 'keys', href: '/keys', permission: 'account.change' },
];

/** A way to go: what it is called, where it leads, and other words by which people look for it, in both languages. */
export interface Way {
  name: string;
  href: string;
  also: string;
}

/** Lists the pages that a person may see. */
export function placesFor({ actor }: SignedIn, language: Language): Way[] {
  const said = words(language).go;
  return places
    .filter(({ permission }) => may(actor, permission))
    .map(({ name, href }) => ({
      name: said.places[name],
      href,
      also: languages.flatMap((one) => [words(one).go.places[name], words(one).go.also[name]]).join(' '),
    }));
}
