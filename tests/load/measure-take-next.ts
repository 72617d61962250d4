import { addStaff, addTeam, as, type DeskContext, openDesk, takeNext } from '@guichet/casework';
import { type BenchServers, catalogueDir } from './bench-servers.ts';
import { type Figure, share } from './figure.ts';
import { fillQueue } from './fill-queue.ts';

const agents = 64;
const takes = 960;

/** Times *take next* by 64 agents at once over 1,000 and over 100,000 open cases, and looks for a case given twice. */
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
    await fillQueue(servers, 1_000 + takes);
    const few = await takeAll(staff);
    await fillQueue(servers, 100_000);
    const many = await takeAll(staff);
    const doubled = few.doubled + many.doubled;
    const ratio = share(many.times, 0.5) / share(few.times, 0.5);
    return [
      {
        what: `take next, ${agents} agents at once, 100,000 open cases, ${takes} takes: median`,
        ours: `${share(many.times, 0.5).toFixed(1)} ms (p99 ${share(many.times, 0.99).toFixed(1)} ms)`,
        against: `1,000 open cases, ${share(few.times, 0.5).toFixed(1)} ms`,
        ratio,
        aim: '≤ 2',
        holds: ratio <= 2,
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
