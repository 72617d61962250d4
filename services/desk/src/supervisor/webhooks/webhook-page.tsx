import type { readWebhook, WebhookDelivery } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { Button, CsrfField, formatInstant, Notice, StatusTag, Table, words } from '@guichet/pages';
import { MarkButton } from '../../frame/mark-button.tsx';
import { stateOf } from './webhooks-page.tsx';

export interface WebhookPageProps {
  language: Language;
  csrf: string;
  webhook: Awaited<ReturnType<typeof readWebhook>>;
  told?: string | undefined;
}

/** Draws one address that is told of events: what was sent, what was not, and how it is changed. */
export function WebhookPage({ language, csrf, webhook, told }: WebhookPageProps) {
  const { webhooks, case: ofCase } = words(language).work;
  const names: Readonly<Record<string, string>> = ofCase.events;
  const at = `/supervisor/webhooks/${webhook.id}`;
  return (
    <>
      <a class="back" href="/supervisor/webhooks">
        {webhooks.back}
      </a>
      <h1 class="long">{webhook.host}</h1>
      <p class="quiet">
        {stateOf(webhook, language)} ·{' '}
        {webhooks.madeBy(webhook.madeBy, formatInstant(webhook.madeAt, language))}
      </p>
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      <p>{webhook.kinds.map((kind) => names[kind] ?? kind).join(' · ')}</p>
      <h2>{webhooks.deliveries}</h2>
      {webhook.parked > 0 && webhook.endedAt === null ? (
        <form method="post" action={`${at}/sending`} class="form form-dense">
          <CsrfField token={csrf} />
          <Button kind="secondary">{webhooks.allAgain}</Button>
        </form>
      ) : null}
      <Table
        caption={webhooks.deliveries}
        captionHidden
        empty={webhooks.noDeliveries}
        stacked
        columns={[
          { label: webhooks.event },
          { label: webhooks.at },
          { label: webhooks.reference },
          { label: webhooks.fate },
          { label: webhooks.again },
        ]}
        rows={webhook.deliveries.map((one) => ({
          cells: [
            names[one.kind] ?? one.kind,
            formatInstant(one.at, language),
            one.reference === null ? (
              ''
            ) : (
              <a href={`/cases/${one.reference}`}>{formatReference(one.reference)}</a>
            ),
            <Fate delivery={one} language={language} />,
            isSettled(one) && webhook.endedAt === null ? (
              <MarkButton
                action={`${at}/deliveries/${one.id}/sending`}
                csrf={csrf}
                label={webhooks.again}
                of={`${names[one.kind] ?? one.kind}, ${formatInstant(one.at, language)}`}
              />
            ) : (
              ''
            ),
          ],
        }))}
      />
      {webhook.endedAt === null && webhook.isOwn ? (
        <form method="post" action={`${at}/secret`} class="form form-dense">
          <CsrfField token={csrf} />
          <Button kind="secondary">{webhooks.rotate}</Button>
          <p class="help">{webhooks.rotateHint}</p>
          {webhook.previousUntil === null ? null : (
            <p class="help">{webhooks.both(formatInstant(webhook.previousUntil, language))}</p>
          )}
        </form>
      ) : null}
      {webhook.endedAt === null && webhook.mayEnd ? (
        <form method="post" action={`${at}/end`} class="form form-dense">
          <CsrfField token={csrf} />
          <Button kind="secondary">{webhooks.end}</Button>
          <p class="help">{webhooks.endHint}</p>
        </form>
      ) : null}
    </>
  );
}

const isSettled = ({ deliveredAt, parkedAt }: WebhookDelivery) => deliveredAt !== null || parkedAt !== null;

function Fate({ delivery, language }: { delivery: WebhookDelivery; language: Language }) {
  const { webhooks } = words(language).work;
  const { attempts, deliveredAt, parkedAt, status, why } = delivery;
  if (deliveredAt !== null)
    return <StatusTag tone="good">{webhooks.delivered(formatInstant(deliveredAt, language))}</StatusTag>;
  const whys: Readonly<Record<string, string>> = webhooks.whys;
  const said = [
    why === null ? '' : (whys[why] ?? webhooks.whys.other),
    status === null ? '' : webhooks.status(status),
  ];
  return (
    <>
      <StatusTag tone={parkedAt === null ? 'neutral' : 'bad'}>
        {parkedAt === null ? webhooks.waits(attempts) : webhooks.setAside(attempts)}
      </StatusTag>{' '}
      <span class="quiet">{said.filter((part) => part !== '').join(', ')}</span>
    </>
  );
}
