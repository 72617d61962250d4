import {
  addCounter,
  assignCase,
  checkBatch,
  closeCase,
  type DeskContext,
  destroyBatchPaper,
  joinLetter,
  makeDevice,
  makeWebhook,
  noteLiveCall,
  offerResume,
  openVisit,
  overwriteDraft,
  pauseCase,
  requestCallBack,
  saveDraft,
  setLetterAside,
  takePrintBatch,
  type WebhookId,
} from '@guichet/casework';
import { type BatchId, type DraftId, newId } from '@guichet/kernel';
import { openAppointed, openPlace } from '../../support/appointed-case.ts';
import type { DeskVisitor } from '../../support/desk-visitor.ts';
import { lettersRead, offenceAnswers, readField, readForm } from '../../support/doors/keyed-letters.ts';
import { csrfIn, valuesIn } from '../../support/doors/values-in.ts';
import { openCase, workDueReplies } from '../../support/posted-letter.ts';
import { receiveRead } from '../../support/receive-read.ts';
import { recordedRequest } from '../../support/recorded-request.ts';
import { dogLetter, letterOf } from '../../support/scanned-letters.ts';
import type { TestDesk } from '../../support/test-desk.ts';

export interface Furnished {
  /** Addresses of each page that has a parameter, by its route. */
  addresses: Readonly<Record<string, readonly string[]>>;
  /** A case in the hands of who looks. */
  held: string;
  /** A batch of letters that was taken to be printed. */
  printBatch: string;
  /** A letter with a field in doubt. */
  letter: string;
  /** Links a browser to the screen of a counter. */
  screenCode: string;
}

export interface People {
  /** Who looks at the pages, with every role, and their browser. */
  me: DeskContext;
  visitor: DeskVisitor;
  /** A colleague: some work is of two persons. */
  clerk: DeskContext;
  other: DeskVisitor;
}

/** Puts on a desk at least one of everything that its pages show, by the verbs of its doors. */
export async function furnishDesk(desk: TestDesk, { me, visitor, clerk, other }: People): Promise<Furnished> {
  if (me.actor.kind !== 'staff') throw new Error('nobody looks');
  const to = me.actor.staffId;
  const placeId = await openPlace(desk, 'hotel-de-ville', 2);
  const counterId = await addCounter(desk.ctx, { placeId, name: '1' });
  const visit = { placeId, family: 'municipal', language: 'fr', how: 'clerk', priority: false } as const;
  const visitId = newId<'visit'>();
  for (const id of [visitId, newId<'visit'>()]) await openVisit(me, { ...visit, visitId: id });

  const waiting = await openCase(desk);
  const [held, paused, closed] = [await openCase(desk), await openCase(desk), await openCase(desk)];
  for (const { reference } of [held, paused, closed]) await assignCase(me, { reference, to });
  await pauseCase(me, { reference: paused.reference, question: 'Où est le trou, au juste?' });
  await closeCase(me, { reference: closed.reference, outcome: 'repaired' });
  const appointed = await openAppointed(desk);
  await workDueReplies(desk);
  const printBatch = newId<'print-batch'>();
  await takePrintBatch(me, { batchId: printBatch });
  await openCase(desk);
  await workDueReplies(desk);

  const recorded = await recordedRequest(desk, me, { suggestion: 'devant le 28 rue du Moulin' });
  await requestCallBack(desk.public('phone'), {
    key: 'call:CA2',
    language: 'en',
    phone: '+14185550199',
    reason: 'asked',
    team: 'voirie',
  });
  const callBack = addressIn((await visitor.get('/tasks')).html, /\/tasks\/[\w-]{36}/g, [recorded.href]);

  const free = await receiveRead(desk.ctx, me, [letterOf(dogLetter), letterOf('Une page', 'Une autre')]);
  const [classified = '', joined] = free.letterIds;
  if (joined) await joinLetter(me, { letterId: joined, reference: held.reference });
  const piece = addressIn(
    (await visitor.get(`/cases/${held.reference}`)).html,
    /\/cases\/\d+\/pieces\/[\w-]{36}/g,
  );
  const doubted = { place: { text: 'Rue des Pius' }, size: 'large', danger: false, 'reply-way': 'none' };
  const [letterId, offenceId] = await lettersRead(desk, [
    readForm('nid-de-poule', 1, doubted, [
      readField('place.text', 'Rue des Pius', { doubts: ['readings-differ'] }),
    ]),
    readForm('payer-constat', 2, offenceAnswers, [readField('amount', '175.00')]),
  ]);
  const letter = `/mailroom/letters/${letterId}`;
  await sendAsDrawn(other, `/mailroom/letters/${offenceId}`);
  const check = addressIn((await visitor.get('/mailroom')).html, /\/mailroom\/checks\/[\w-]{36}/g);

  const webhookId: WebhookId = newId<'webhook'>();
  const webhook = { id: webhookId, url: 'https://autre.exemple.ca/avis', kinds: ['case.opened'] };
  await makeWebhook(me, webhook, { allowPrivate: false });
  const call = await callOf(desk);
  const kept = await begun(visitor, 'changement-adresse');
  await visitor.send(kept, { _action: 'refresh' });
  const receipt = await receiptOf(visitor);
  const { code: screenCode } = await makeDevice(me, { use: 'screen', placeId, counterId });
  return {
    held: `/cases/${held.reference}`,
    printBatch: `/print/batches/${printBatch}`,
    letter,
    screenCode,
    addresses: {
      '/cases/:reference': [waiting, held, paused, closed, appointed].map(
        ({ reference }) => `/cases/${reference}`,
      ),
      '/cases/:reference/address': [`/cases/${held.reference}/address`],
      '/cases/:reference/split': [`/cases/${held.reference}/split`],
      '/cases/:reference/appointment': [`/cases/${appointed.reference}/appointment`],
      '/cases/:reference/pieces/:id': [piece],
      '/tasks/:id': [recorded.href, callBack],
      '/calls/:id': [call],
      '/calls/:id/request': [`${call}/request`],
      '/mailroom/letters/:id': [letter, `/mailroom/letters/${classified}`],
      '/mailroom/batches/:id': [`/mailroom/batches/${free.batchId}`],
      '/mailroom/batches/:id/record': [`/mailroom/batches/${await destroyed(desk, me, clerk)}/record`],
      '/mailroom/checks/:id': [check],
      '/print/batches/:id': [`/print/batches/${printBatch}`],
      '/print/batches/:id/list': [`/print/batches/${printBatch}/list`],
      '/counter/:service': ['/counter/permis-chien'],
      '/counter/kept/:service': ['/counter/kept/permis-chien'],
      '/counter/:service/:nonce': [kept],
      '/counter/:service/:nonce/receipt': [receipt],
      '/counter/resumed/:nonce': [await resumed(desk, visitor)],
      '/counter/kiosk/:id': [`/counter/kiosk/${visitId}?place=hotel-de-ville`],
      '/supervisor/staff/:id': [`/supervisor/staff/${to}`],
      '/supervisor/templates/:id': [`/supervisor/templates/${newId()}`],
      '/supervisor/webhooks/:id': [`/supervisor/webhooks/${webhookId}`],
      '/supervisor/next/:reference': [`/supervisor/next/${held.reference}`],
    },
  };
}

/** Gives the first address of a kind that stands in a page, none of those given. */
function addressIn(html: string, kind: RegExp, but: readonly string[] = []): string {
  const found = (html.match(kind) ?? []).find((address) => !but.includes(address));
  if (found === undefined) throw new Error(`no ${kind.source} on the page`);
  return found;
}

async function sendAsDrawn(visitor: DeskVisitor, address: string): Promise<void> {
  const { html } = await visitor.get(address);
  await visitor.post(address, { ...valuesIn(html), _csrf: csrfIn(html) });
}

/** A batch whose letter is settled, that one person checked and whose paper another destroyed. */
async function destroyed(desk: TestDesk, me: DeskContext, clerk: DeskContext): Promise<BatchId> {
  const { batchId, letterIds } = await receiveRead(desk.ctx, me, [letterOf('Une page')]);
  for (const id of letterIds) await setLetterAside(me, id);
  await checkBatch(clerk, { batchId, pagesCounted: 1 });
  await destroyBatchPaper(me, {
    batchId,
    retentionRule: '3-12',
    originalFormat: 'Papier',
    transferProcess: 'Numérisation',
    guarantees: 'Empreinte',
    method: 'shredded',
    noHeritage: true,
  });
  return batchId;
}

/** A caller who answered something and asked for a person. */
async function callOf(desk: TestDesk): Promise<string> {
  const draftId = newId<'draft'>();
  const callSid = `CA${'0'.repeat(32)}`;
  await overwriteDraft(desk.public('phone'), {
    id: draftId,
    externalKey: `call:${callSid}:1`,
    service: 'nid-de-poule',
    version: 1,
    channel: 'phone',
    language: 'fr',
    content: { answers: { size: 'small' }, skipped: [], provenance: { size: { how: 'dtmf' } } },
  });
  const noted = { callSid, language: 'fr', reason: 'asked', turn: 1, way: 'transfer' } as const;
  const more = { phone: '+14185550123', service: 'nid-de-poule', draftId };
  return `/calls/${await noteLiveCall(desk.ctx, { ...noted, ...more })}`;
}

/** Opens the screen of a service at the counter; gives the address that its form posts to. */
async function begun(visitor: DeskVisitor, code: string): Promise<string> {
  const { html } = await visitor.get(`/counter/${code}`);
  return addressIn(html, new RegExp(`/counter/${code}/[\\w-]{36}`, 'g'));
}

/** Takes a request at the counter, and gives the address of its receipt. */
async function receiptOf(visitor: DeskVisitor): Promise<string> {
  const path = await begun(visitor, 'nid-de-poule');
  const answers = {
    'place.text': 'Rue des Pins',
    size: '1',
    danger: 'N',
    'reply-way': '5',
    'reply-name': 'Jeanne',
    '_person-language': 'fr',
  };
  const page = await visitor.send(path, answers);
  if (!page.path.endsWith('/receipt')) throw new Error(`no receipt: ${page.status} ${page.path}`);
  return page.path;
}

/** Sets a request aside on the web and takes it up at the counter; gives the address of its screen. */
async function resumed(desk: TestDesk, visitor: DeskVisitor): Promise<string> {
  const web = desk.public('web');
  const content = { answers: { size: 'small' }, skipped: [], provenance: { size: { how: 'typed' } } };
  const draft = { service: 'nid-de-poule', version: 1, channel: 'web', language: 'fr' } as const;
  const draftId: DraftId = await saveDraft(web, { ...draft, content });
  const { number, code } = await offerResume(web, { draftId });
  await visitor.get('/counter');
  return (await visitor.send('/counter/resume', { number, code })).path;
}
