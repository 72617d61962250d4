import type { PlaceAt } from '../dialog/call-state.ts';

/** Where a call, or another request of it, begins. */
export const firstMenu: PlaceAt<'menu'> = { at: 'menu', page: 0, misses: 0 };
