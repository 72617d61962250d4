import { loadCatalogue } from '@guichet/catalogue/load';
import { fileURLToPath } from 'node:url';
import { everyType } from '../../shared/channels/phone/samples/every-type.ts';
import { type CallEnd, fuzzCall } from '../support/call/fuzz-call.ts';
import { personas } from '../support/call/personas.ts';

/** What one process tells of the calls it has played since it last told. */
export interface PartNews {
  persona: string;
  ends: Partial<Record<CallEnd, number>>;
  turns: number;
  turnsMax: number;
  fault?: string;
}

/** Unit: calls. */
const newsEvery = 25;

/** Plays the calls `from`, `from + step`… up to `to`, each persona in its turn, and tells its parent how they end. */
async function main(): Promise<void> {
  const [from = 1, to = 1, step = 1] = process.argv.slice(2).map(Number);
  const packs = fileURLToPath(new URL('../../shared/catalogue/packs', import.meta.url));
  const services = [everyType, ...loadCatalogue(packs).services];
  const short = services.toSorted((a, b) => a.questions.length - b.questions.length).slice(0, 6);
  for (let start = from; start <= to; start += step * newsEvery) {
    const news = new Map<string, PartNews>();
    for (let seed = start; seed < start + step * newsEvery && seed <= to; seed += step) {
      const persona = personas[seed % personas.length];
      if (persona === undefined) continue;
      const told = news.get(persona.name) ?? { persona: persona.name, ends: {}, turns: 0, turnsMax: 0 };
      news.set(persona.name, told);
      try {
        const { end, turns } = fuzzCall(seed % 3 === 0 ? short : services, persona, seed);
        told.ends[end] = (told.ends[end] ?? 0) + 1;
        told.turns += turns;
        told.turnsMax = Math.max(told.turnsMax, turns);
      } catch (error) {
        told.fault = error instanceof Error ? error.message : String(error);
      }
    }
    await tell([...news.values()]);
  }
}

/** Waits until the parent's pipe has taken it, so that news never pile up here. */
function tell(news: PartNews[]): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(news, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

await main();
process.disconnect();
