/** The queue: its filters, its views, the search, who looks, and what is done with several cases at once. */
export const queue = {
  search: {
    title: 'Case search',
    label: 'Find a case',
    hint: 'Reference, name, telephone, email, address or words of the request, closed cases included.',
    none: 'No case found. Check the spelling, or search with fewer words.',
    found: (count: number) => (count === 1 ? '1 case found' : `${count} cases found`),
    cut: 'There may be more: only the newest are shown. Add a word to narrow the search.',
    matched: 'Found by',
    byReference: 'its reference',
    how: { stem: 'related word', slip: 'similar spelling' },
    state: 'State',
    waiting: 'Waiting',
    held: (name: string) => `Assigned to ${name}`,
    closedOn: (date: string) => `Closed on ${date}`,
  },
};
