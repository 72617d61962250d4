import type { Language } from '@guichet/kernel';
import { words } from './words.ts';

/**
 * Lists the keyboard shortcuts, lets a person turn them off, and leads to the page where keys are chosen.
 *
 * Source: WCAG 2.2, 2.1.4 (single-character shortcuts can be turned off)
 */
export function DeskKeys({ language }: { language: Language }) {
  const { keys } = words(language).desk;
  const list: [string, string][] = [
    ['J', keys.down],
    ['K', keys.up],
    ['O', keys.open],
    ['/', keys.search],
    ['N', keys.next],
    ['P', keys.previous],
    ['Q', keys.quick],
    ['R', keys.turn],
    ['+ / −', keys.size],
    ['?', keys.help],
  ];
  return (
    <details class="desk-keys" id="desk-keys">
      <summary>{keys.title}</summary>
      <dl>
        {list.map(([key, label]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        class="link"
        hidden
        data-keys-switch
        data-on={keys.turnOn}
        data-off={keys.turnOff}
      >
        {keys.turnOff}
      </button>
      <p>
        <a href="/keys">{keys.choose}</a>
      </p>
    </details>
  );
}
