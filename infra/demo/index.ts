import {
  acceptSubmission,
  addCounter,
  addPlace,
  addStaff,
  addTeam,
  as,
  closeCase,
  type DeskContext,
  pauseCase,
  setHours,
  takeNext,
} from '@guichet/casework';
import { day, type StaffId } from '@guichet/kernel';
import { type DemoRequest, demoRequests } from './demo-requests.ts';
import { demoHours, demoPassword, demoPlace, demoStaff, demoTeams } from './demo-staff.ts';
import { type LeaveRecording, recordRequest } from './recorded-request.ts';

export { demoPassword, demoStaff } from './demo-staff.ts';
export type { LeaveRecording } from './recorded-request.ts';

/**
 * Fills an empty desk with a small town: teams, one person of each role, a few requests at several stages.
 *
 * Guarantee: everything goes through the verbs, as at a real desk; loading twice changes nothing. Where recordings can be left, one
 *   waits for its transcription.
 */
export async function loadDemo(
  ctx: DeskContext,
  { leaveRecording }: { leaveRecording?: LeaveRecording | undefined } = {},
): Promise<{ cases: number }> {
  for (const [code, name] of Object.entries(demoTeams)) await addTeam(ctx, code, name);
  const staff = new Map<string, StaffId>();
  for (const { title: _, ...person } of demoStaff) {
    staff.set(person.signIn, await addStaff(ctx, { ...person, password: demoPassword }));
  }
  await openCounters(ctx);
  const agent = agentOf(ctx, staff.get('agente'));
  let cases = 0;
  for (const request of demoRequests(ctx.clock.now())) {
    // Its file may be set aside as faulty: the rest of the town still comes.
    if (ctx.catalogue.find(request.service) === undefined) continue;
    if (await play(ctx, agent, request)) cases += 1;
  }
  if (leaveRecording && (await recordRequest(ctx, leaveRecording))) cases += 1;
  return { cases };
}

/** One place with two windows, every family at both, and a seat for who comes by appointment. */
async function openCounters(ctx: DeskContext): Promise<void> {
  const placeId = await addPlace(ctx, demoPlace);
  for (const name of ['1', '2']) await addCounter(ctx, { placeId, name });
  for (const hours of demoHours) await setHours(ctx, { ...hours, placeId });
}

/** The agent sees only the team of the request at hand, so that *take next* gives the case just opened. */
function agentOf(ctx: DeskContext, staffId: StaffId | undefined): (team: string) => DeskContext {
  if (staffId === undefined) throw new Error('the demo has no agent');
  return (team) => as(ctx, { kind: 'staff', staffId, roles: ['agent'], teams: [team] });
}

async function play(
  ctx: DeskContext,
  agent: (team: string) => DeskContext,
  request: DemoRequest,
): Promise<boolean> {
  const { key, daysAgo, stage, ...submission } = request;
  const outcome = await acceptSubmission(ctx, {
    ...submission,
    depositedAt: new Date(ctx.clock.now().getTime() - daysAgo * day),
    idempotency: { scope: 'demo', key },
  });
  if (outcome.kind === 'incomplete')
    throw new Error(`the demo's ${key} is incomplete: ${JSON.stringify(outcome.problems)}`);
  if (outcome.kind === 'already') return false;
  const desk = agent(outcome.case.service.definition.routing.team);
  if (stage !== undefined) await takeNext(desk);
  const { reference } = outcome.case;
  if (stage === 'closed') await closeCase(desk, { reference, outcome: 'repaired' });
  if (stage === 'paused') {
    const question = 'Please send us a copy of the latest rabies vaccine certificate.';
    await pauseCase(desk, { reference, question });
  }
  return true;
}
