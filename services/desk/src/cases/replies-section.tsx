import { CsrfField, formatInstant, StatusTag, words } from '@guichet/pages';
import { deliveryTones } from './delivery-tones.ts';
import type { CaseView } from './frame/case-view.ts';

/** Draws what was written to the person, and the fate of each attempt to hand it over. */
export function RepliesSection({ file, language, csrf, me }: CaseView) {
  const { desk, work } = words(language);
  const purposes: Readonly<Record<string, string>> = work.case.purpose;
  const ways: Readonly<Record<string, string>> = desk.case.replyWay;
  const whys: Readonly<Record<string, string>> = work.print.returned.whys;
  const fates: Readonly<Record<string, string>> = work.case.fate;
  return (
    <section aria-labelledby="replies">
      <h2 id="replies">{desk.case.replies}</h2>
      {file.replies.length === 0 ? <p class="quiet">{work.case.noReplies}</p> : null}
      {me.corrects && file.deliveries.some(({ fate }) => fate === 'returned' || fate === 'withdrawn') ? (
        <p>
          <a href={`/cases/${file.reference}/address`}>{work.print.address.link}</a>
        </p>
      ) : null}
      {file.replies.map((reply) => {
        const deliveries = file.deliveries.filter(({ replyId }) => replyId === reply.id);
        return (
          <article class="reply">
            <h3>
              {purposes[reply.purpose] ?? reply.purpose}, {ways[reply.way] ?? reply.way}
            </h3>
            <p class="quiet">{formatInstant(reply.createdAt, language)}</p>
            <blockquote lang={file.language}>
              {reply.words.split('\n').map((line) => (
                <span class="line">{line}</span>
              ))}
            </blockquote>
            {deliveries.length === 0 && reply.way !== 'none' ? (
              <p class="quiet">{work.case.noDelivery}</p>
            ) : null}
            <ul class="deliveries">
              {deliveries.map((delivery) => (
                <li>
                  <StatusTag tone={deliveryTones[delivery.fate ?? ''] ?? 'info'}>
                    {delivery.fate === null ? work.case.underway : (fates[delivery.fate] ?? delivery.fate)}
                  </StatusTag>{' '}
                  {delivery.fate === 'returned' ? `${whys[delivery.detail ?? ''] ?? ''} ` : null}
                  <span class="quiet">
                    {ways[delivery.way] ?? delivery.way}, {work.case.attempt(delivery.attempt)},{' '}
                    {formatInstant(delivery.settledAt ?? delivery.startedAt, language)}
                  </span>
                </li>
              ))}
            </ul>
            {me.replies && failed(deliveries.at(-1)) ? (
              <form method="post" action={`/cases/${file.reference}/replies/${reply.id}/sending`}>
                <CsrfField token={csrf} />
                <button class="button button-secondary button-row" type="submit">
                  {work.case.sendAgain}
                </button>
              </form>
            ) : null}
          </article>
        );
      })}
    </section>
  );
}

/** A last attempt that a person may repeat. */
function failed(last: CaseView['file']['deliveries'][number] | undefined): boolean {
  return last?.fate === 'unsure' || last?.fate === 'bounced' || last?.fate === 'returned';
}
