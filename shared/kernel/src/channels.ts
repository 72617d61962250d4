/** How a person reaches the desk. */
export const channels = ['web', 'phone', 'mail', 'counter'] as const;
export type Channel = (typeof channels)[number];
