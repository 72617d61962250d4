import { type Channel, channels, type Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** One shape a door: a globe, a handset, an envelope, a counter. */
const shapes: Readonly<Record<Channel, string>> = {
  web: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.4c.9 0 2 1.7 2.3 4.6H5.7C6 4.1 7.1 2.4 8 2.4zM2.5 8.6h1.8c.1 1.6.4 3 .9 4A5.6 5.6 0 0 1 2.5 8.6zm0-1.6A5.6 5.6 0 0 1 5.2 3.4c-.5 1-.8 2.2-.9 3.6zM8 13.6c-.9 0-2-1.9-2.3-5h4.6c-.3 3.1-1.4 5-2.3 5zm2.8-1c.5-1 .8-2.4.9-4h1.8a5.6 5.6 0 0 1-2.7 4zM11.7 7c-.1-1.4-.4-2.6-.9-3.6A5.6 5.6 0 0 1 13.5 7z',
  phone:
    'M4.2 1.5l2 3.3-1.5 1.5c.8 1.9 2.1 3.2 4 4l1.5-1.5 3.3 2-.8 3c-.2.5-.7.7-1.2.7C5.8 14.2 1.8 10.2 1.5 4.5c0-.5.2-1 .7-1.2z',
  mail: 'M1 3h14v10H1zm1.5 2v6.5h11V5L8 9zm1.3-.5L8 7.4l4.2-2.9z',
  counter:
    'M8 1.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM4.5 9.5C4.5 8 6 7.3 8 7.3s3.5.7 3.5 2.2H15v1.5h-1v3.5H2V11H1V9.5z',
};

/** Holds the shapes of the doors for the signs of a page, each once however many rows show it. */
export function ChannelShapes() {
  return (
    <svg class="hidden" aria-hidden="true" focusable="false">
      {channels.map((channel) => (
        <symbol id={`door-${channel}`} viewBox="0 0 16 16">
          <path d={shapes[channel]} fill="currentColor" fill-rule="evenodd" />
        </symbol>
      ))}
    </svg>
  );
}

/** Draws through which door a case came: a sign and its name. The page holds the shapes (`ChannelShapes`). */
export function ChannelSign({ channel, language }: { channel: Channel; language: Language }) {
  return (
    <span class="channel-sign">
      <svg width="14" height="14" aria-hidden="true">
        <use href={`#door-${channel}`} />
      </svg>
      {words(language).desk.channel[channel]}
    </span>
  );
}
