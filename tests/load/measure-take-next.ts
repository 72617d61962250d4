import { addStaff, addTeam, as, type DeskContext, openDesk, takeNext } from '@guichet/casework';
import { type BenchServers, catalogueDir } from './bench-servers.ts';
import { type Figure, share } from './figure.ts';
import { fillQueue } from './fill-queue.ts';

const agents = 64;
const takes = 960;

/** Times *take next* by 64 agents at once over 10,000 and over 1,000,000 open cases, most of whom can do few of them, and looks for a case given twice. */
export async function measureTakeNext(servers: BenchServers): Promise<Figure[]> {
  const desk = await openDesk({
    ...servers,
    catalogueDir,
    name: 'bench-agents',
    actor: { kind: 'door' },
    poolMax: 16,
  });
  try {
    const staff = await hireAgents(servers.system, desk.ctx);
    await fillQueue(servers, 10_000 + takes);
    const few = await takeAll(staff);
    await fillQueue(servers, 1_000_000);
    const many = await takeAll(staff);
    const doubled = few.doubled + many.doubled;
    const ratio = share(many.times, 0.99) / share(few.times, 0.99);
    return [
      {
        what: `take next, ${agents} agents at once, of different skills, 1,000,000 open cases, ${takes} takes: p99`,
        ours: `${share(many.times, 0.99).toFixed(1)} ms (median ${share(many.times, 0.5).toFixed(1)} ms)`,
        against: `10,000 open cases, ${share(few.times, 0.99).toFixed(1)} ms (median ${share(few.times, 0.5).toFixed(1)} ms)`,
        ratio,
        aim: '≤ 1.5',
        holds: ratio <= 1.5,
      },
      {
        what: 'take next: cases given twice',
        ours: String(doubled),
        against: '0',
        ratio: doubled,
        aim: '0',
        holds: doubled === 0,
      },
    ];
  } finally {
    await desk.close();
  }
}

async function hireAgents(system: DeskContext, door: DeskContext): Promise<DeskContext[]> {
  await addTeam(system, 'voirie', { fr: 'Voirie', en: 'Roads' });
  const staff: DeskContext[] = [];
  for (let index = 0; index < agents; index += 1) {
    const signIn = `agent-${index}`;
    const staffId = await addStaff(system, {
      signIn,
      name: signIn,
      password: 'only-for-bench',
      language: 'fr',
      roles: ['agent'],
      teams: ['voirie'],
      // One in four does all; the others lack most of the skills that wait.
      abilities:
        index % 4 === 0
          ? { capacity: 500 }
          : { capacity: 500, every: false, skills: [`metier-${1 + (index % 10)}`], languages: ['fr'] },
    });
    staff.push(as(door, { kind: 'staff', staffId, roles: ['agent'], teams: ['voirie'] }));
  }
  return staff;
}

async function takeAll(staff: DeskContext[]): Promise<{ times: number[]; doubled: number }> {
  const times: number[] = [];
  const taken: string[] = [];
  let left = takes;
  await Promise.all(
    staff.map(async (agent) => {
      while (left > 0) {
        left -= 1;
        const from = performance.now();
        const outcome = await takeNext(agent);
        times.push(performance.now() - from);
        if (outcome.kind === 'taken') taken.push(outcome.caseId);
      }
    }),
  );
  if (taken.length !== takes) throw new Error(`took ${taken.length} of ${takes}`);
  return { times, doubled: taken.length - new Set(taken).size };
}
