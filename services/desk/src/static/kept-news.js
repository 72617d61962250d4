// How the pages of a counter and its worker tell each other of what is kept here.
const channel = 'guichet-kept';
const news = new BroadcastChannel(channel);

/** Tells every page of the counter that something was kept, could not be, or changed. */
export function tell(kind) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of one origin has no target
  news.postMessage(kind);
}

/** Calls `act` with each thing that is told, by this page too. */
export function hear(act) {
  new BroadcastChannel(channel).addEventListener('message', ({ data }) => act(data));
}
