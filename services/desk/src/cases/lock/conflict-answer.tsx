import { readCase } from '@guichet/casework';
import { csrfName } from '@guichet/catalogue';
import { formatReference, type Reference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import type { DeskRequest } from '../../frame/desk-env.ts';
import { draw } from '../../frame/draw.tsx';
import { staffOf } from '../../session/require-staff.ts';
import { serviceOf } from '../frame/case-view.ts';
import { ConflictPage } from './conflict-page.tsx';
import { seenIn, seenName } from './seen-field.tsx';

/** Controls whose words somebody typed; of the words of several outcomes, those of the one that was chosen. */
const isText = (name: string, outcome: string): boolean =>
  /^(words|question|reason|news|reasons)$/.test(name) ||
  name === `words.${outcome}` ||
  name === `reasons.${outcome}`;

/**
 * Answers a save on an older version of a case: nothing was saved, what changed stands beside what was typed, and nothing typed is lost.
 */
export async function conflictAnswer(c: DeskRequest, reference: Reference): Promise<Response> {
  const { ctx } = staffOf(c);
  const language = c.get('language');
  const seen = seenIn(c) ?? 0;
  const file = await readCase(ctx, { reference, since: seen });
  const sent = Object.entries(c.get('form'))
    .filter(([name]) => name !== csrfName && name !== seenName)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value])
        .filter((one): one is string => typeof one === 'string')
        .map((one) => [name, one.replaceAll('\r\n', '\n')] as const),
    );
  const outcome = sent.find(([name]) => name === 'outcome')?.[1] ?? '';
  const texts = sent.filter(([name, value]) => isText(name, outcome) && value.trim() !== '');
  return draw(
    c,
    {
      title: `${words(language).work.lock.title} ${formatReference(reference)}`,
      current: 'queue',
      status: 409,
      hasErrors: true,
      here: `/cases/${reference}`,
    },
    <ConflictPage
      language={language}
      csrf={c.get('csrf')}
      file={file}
      service={serviceOf(ctx.catalogue, file)}
      seen={seen}
      action={c.req.path}
      kept={sent.filter((one) => !texts.includes(one))}
      texts={texts}
    />,
  );
}
