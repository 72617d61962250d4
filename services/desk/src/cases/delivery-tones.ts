import type { StatusTone } from '@guichet/pages';

/** How good or bad each fate of a delivery is, for its sign; whatever is not listed is on its way. */
export const deliveryTones: Readonly<Record<string, StatusTone>> = {
  sent: 'good',
  delivered: 'good',
  printed: 'good',
  posted: 'good',
  returned: 'bad',
  'picked-up': 'good',
  bounced: 'bad',
  unsure: 'warning',
  later: 'warning',
};
