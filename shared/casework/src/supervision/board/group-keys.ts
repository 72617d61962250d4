/** Keys of what has no code of its own; no code of a channel, service or team begins like them. */
export const groupKeys = { all: '_all', others: '_others' } as const;
