import { describe, expect, it } from 'vitest';
import { changed, type Data, set } from '../check/spoilt.ts';
import { makeCatalogue } from '../catalogue.ts';
import { compile } from '../compile.ts';
import { serviceDefinition } from '../definition.ts';
import { parityTable } from './parity-table.ts';

const service = (change: (definition: Data) => void) => compile(serviceDefinition.parse(changed(change)));
const say = (fr: string, en: string) => ({ fr, en });

const everywhere = service(() => undefined);
const notByPhone = service((d) => {
  set(d, {
    code: 'ailleurs',
    channels: {
      phone: { except: say('Plan requis', 'Plan needed') },
      mail: { except: say('Urgent', 'Urgent') },
    },
  });
});

describe('the table of services and doors', () => {
  const table = parityTable(makeCatalogue({ offered: [everywhere, notByPhone], problems: [] }));

  it('states and counts each exception with its reason', () => {
    expect(table.exceptions.map(({ code, channel, why }) => [code, channel, why.en])).toEqual([
      ['ailleurs', 'phone', 'Plan needed'],
      ['ailleurs', 'mail', 'Urgent'],
    ]);
    expect([table.offered, table.possible]).toEqual([6, 8]);
  });

  it('says of a service had by telephone what is recorded and what must follow, and nothing of another', () => {
    const [first, second] = table.rows;
    expect(first?.phone).toBeUndefined();
    // 23 of its own less the welcome and the list, the four members of the list, and two of the reply.
    expect(second).toMatchObject({ code: 'reservation-salle', exceptions: {}, questions: 27 });
    // who, home, write, title, story, parking, helper, and the email to reply to: the service asks the other details itself.
    expect(second?.phone).toMatchObject({ recorded: 8, documents: [say('Plan', 'Plan')] });
  });

  it('takes the version in force only', () => {
    const next = service((d) => set(d, { version: 2 }));
    const { rows } = parityTable(makeCatalogue({ offered: [everywhere, next], problems: [] }));
    expect(rows.map(({ code, version }) => `${code}@${version}`)).toEqual(['reservation-salle@2']);
  });
});
