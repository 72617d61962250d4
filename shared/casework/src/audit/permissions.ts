import { DeskError } from '@guichet/kernel';
import type { Actor, DeviceUse, Role } from '../context.ts';

const staffOnly = {
  'case.read': ['agent', 'supervisor', 'privacy-officer', 'clerk'],
  'case.search': ['agent', 'clerk', 'supervisor', 'privacy-officer'],
  'case.take': ['agent', 'supervisor'],
  'case.skip': ['agent', 'supervisor'],
  'case.assign': ['agent', 'supervisor'],
  'case.return': ['agent', 'supervisor'],
  'case.pause': ['agent', 'supervisor'],
  'case.resume': ['agent', 'supervisor', 'clerk'],
  'case.close': ['agent', 'supervisor'],
  'closure.confirm': ['supervisor'],
  'template.read': ['agent', 'clerk', 'supervisor', 'privacy-officer'],
  'template.write': ['supervisor'],
  'case.reply': ['agent', 'supervisor'],
  'case.link': ['agent', 'supervisor'],
  'case.split': ['agent', 'supervisor'],
  'case.transfer': ['agent', 'supervisor', 'clerk'],
  'identity.prove': ['agent', 'clerk', 'supervisor'],
  'referral.tell': ['agent', 'supervisor'],
  'referral.hear': ['agent', 'supervisor', 'clerk'],
  'referral.list': ['agent', 'supervisor', 'clerk'],
  'queue.list': ['agent', 'supervisor', 'clerk', 'privacy-officer'],
  'queue.act': ['agent', 'supervisor'],
  'queue.keep-view': ['agent', 'supervisor', 'clerk', 'privacy-officer'],
  'queue.share-view': ['supervisor'],
  'task.list': ['agent', 'clerk', 'supervisor'],
  'task.add': ['agent', 'clerk', 'supervisor'],
  'note.write': ['agent', 'clerk', 'supervisor', 'privacy-officer'],
  'contact.log': ['agent', 'clerk', 'supervisor'],
  'task.do': ['agent', 'clerk', 'supervisor'],
  'call.list': ['agent', 'clerk', 'supervisor'],
  'call.take': ['agent', 'clerk', 'supervisor'],
  'call.place': ['agent', 'clerk', 'supervisor'],
  'mailroom.receive': ['clerk', 'supervisor'],
  'mailroom.read': ['clerk', 'supervisor'],
  'mailroom.settle': ['clerk', 'supervisor'],
  'mailroom.search': ['clerk', 'supervisor'],
  'mailroom.check': ['clerk', 'supervisor'],
  'mailroom.destroy': ['supervisor'],
  'print.list': ['clerk', 'supervisor'],
  'print.mark': ['clerk', 'supervisor'],
  'mail.return': ['clerk', 'supervisor'],
  'address.correct': ['agent', 'clerk', 'supervisor'],
  'counter.serve': ['clerk', 'supervisor'],
  'visit.open': ['clerk', 'supervisor'],
  'hall.read': ['clerk', 'supervisor'],
  'place.list': ['agent', 'clerk', 'supervisor'],
  'fee.take': ['clerk', 'supervisor'],
  'appointment.list': ['agent', 'clerk', 'supervisor'],
  'appointment.meet': ['clerk', 'supervisor'],
  'appointment.hours': ['supervisor'],
  'appointment.feed': ['supervisor'],
  'place.write': ['supervisor'],
  'device.make': ['supervisor'],
  'evidence.read': ['agent', 'clerk', 'supervisor', 'privacy-officer'],
  'history.read': ['supervisor', 'privacy-officer'],
  'desk.supervise': ['supervisor'],
  'board.read': ['supervisor'],
  'board.export': ['supervisor'],
  'staff.read': ['supervisor'],
  'staff.write': ['supervisor'],
  'calendar.write': ['supervisor'],
  'key.make': ['agent', 'clerk', 'supervisor', 'privacy-officer'],
  'account.change': ['agent', 'clerk', 'supervisor', 'privacy-officer'],
  'webhook.write': ['supervisor'],
  'job.retry': ['supervisor'],
  'service.publish': ['supervisor'],
  'service.retire': ['supervisor'],
} as const satisfies Record<string, readonly Role[]>;

/** What roles of the staff are asked for; who acts without signing in may do none of it. */
export const staffPermissions = Object.keys(staffOnly) as (keyof typeof staffOnly)[];

const anyone = [
  'case.open',
  'draft.save',
  'draft.read',
  'evidence.keep',
  'form.print',
  'status.read',
  'call-back.request',
  'text.wish',
  'text.ask',
  'appointment.read',
  'appointment.book',
] as const;
const deskDoor = [
  'session.start',
  'session.read',
  'session.end',
  'key.find',
  'device.link',
  'device.find',
  'feed.read',
] as const;
/** What stands in a hall may do: give a ticket, say whose turn it is, ask one person whether all is right. */
const ofDevice = {
  board: ['hall.read', 'place.list'],
  kiosk: ['hall.read', 'place.list', 'visit.open'],
  screen: ['hall.read', 'place.list', 'screen.answer'],
} as const satisfies Record<DeviceUse, readonly string[]>;
const system = [
  'case.open',
  'case.read',
  'case.acknowledge',
  'reply.stage',
  'reply.deliver',
  'call.note',
  'line.count',
  'call.list',
  'evidence.keep',
  'evidence.read',
  'mail.return',
  'mailroom.receive',
  'mailroom.read',
  'clocks.tick',
  'outbox.work',
  'queue.watch',
  'work.count',
  'search.index',
  'queue.return',
  'records.keep',
  'catalogue.publish',
  'staff.write',
  'place.write',
  'hall.read',
  'place.list',
  'staff.install',
  'appointment.hours',
  'appointment.tell',
  'webhook.tell',
] as const;

export type Permission =
  | keyof typeof staffOnly
  | (typeof anyone)[number]
  | (typeof deskDoor)[number]
  | (typeof ofDevice)[DeviceUse][number]
  | (typeof system)[number];

/** Tells whether an actor may do something: the first wall; the database's policies are the second. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return includes(system, permission) || includes(anyone, permission);
  if (actor.kind === 'door') return includes(deskDoor, permission);
  if (actor.kind === 'device') return includes(ofDevice[actor.use], permission);
  if (includes(anyone, permission)) return true;
  if (actor.kind === 'public') return false;
  const allowed: readonly Role[] =
    permission in staffOnly ? staffOnly[permission as keyof typeof staffOnly] : [];
  return actor.roles.some((role) => allowed.includes(role));
}

/** Refuses an actor who may not. Errors: not-allowed */
export function requireMay(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) {
    throw new DeskError('not-allowed', 'not-allowed', { detail: `${actor.kind} may not ${permission}` });
  }
}

function includes(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
