import type { News } from './delivery-fate.ts';

/** What each status of the telephone provider tells about a delivery; a status that tells nothing new is not listed. */
const news: Record<string, News> = {
  // Messages.
  sent: { fate: 'sent' },
  delivered: { fate: 'delivered' },
  read: { fate: 'delivered' },
  undelivered: { fate: 'bounced', detail: 'undelivered' },
  // Calls: `completed` means that someone, or their machine, took it and heard it to the end.
  completed: { fate: 'delivered' },
  busy: { fate: 'bounced', detail: 'busy' },
  'no-answer': { fate: 'bounced', detail: 'no-answer' },
  canceled: { fate: 'bounced', detail: 'canceled' },
  // Both.
  failed: { fate: 'bounced', detail: 'failed' },
};

/** Reads a provider's status; undefined when it decides nothing (`queued`, `ringing`…) or is not known. */
export function providerNews(status: string): News | undefined {
  return Object.hasOwn(news, status) ? news[status] : undefined;
}
