import { formatInstant, StatusTag, words } from '@guichet/pages';
import type { CaseView } from '../frame/case-view.ts';
import { ContactForm } from './contact-form.tsx';
import { NoteForm } from './note-form.tsx';
import { type TimelineEntry, timelineGroups, timelineOf } from './timeline-of.ts';

/** Draws contacts, notes, tasks and acts in one line, the newest first; what is shown of it is chosen without a script or another reading. */
export function TimelineSection(view: CaseView) {
  const { language } = view;
  const { timeline } = words(language).work;
  const entries = timelineOf(view.file, language);
  const channels = [...new Set(entries.flatMap(({ channel }) => channel ?? []))];
  return (
    <section aria-labelledby="timeline" class="timeline">
      <h2 id="timeline">{timeline.title}</h2>
      {view.me.notes ? <NoteForm {...view} /> : null}
      {view.me.logs ? <ContactForm {...view} /> : null}
      <Filter
        name="shown"
        legend={timeline.show}
        options={[
          ['all', timeline.all],
          ...timelineGroups.map((one) => [one, timeline.groups[one]] as const),
        ]}
      />
      {channels.length < 2 ? null : (
        <Filter
          name="channel-shown"
          legend={timeline.by}
          options={[
            ['all', timeline.allChannels],
            ...channels.map(
              (one) => [one, (timeline.channels as Record<string, string>)[one] ?? one] as const,
            ),
          ]}
        />
      )}
      <ol class="timeline-list" reversed>
        {entries.map((entry) => (
          <Entry entry={entry} view={view} />
        ))}
      </ol>
    </section>
  );
}

function Filter({
  name,
  legend,
  options,
}: {
  name: string;
  legend: string;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <fieldset class="timeline-filter">
      <legend>{legend}</legend>
      {options.map(([value, label], at) => (
        <span>
          <input
            type="radio"
            name={name}
            id={`${name}-${value}`}
            value={value}
            checked={at === 0}
            autocomplete="off"
          />
          <label for={`${name}-${value}`}>{label}</label>
        </span>
      ))}
    </fieldset>
  );
}

function Entry({ entry, view }: { entry: TimelineEntry; view: CaseView }) {
  const { language } = view;
  const { timeline, case: file } = words(language).work;
  const channels: Readonly<Record<string, string>> = timeline.channels;
  const where = entry.channel === undefined ? undefined : (channels[entry.channel] ?? entry.channel);
  return (
    <li data-group={entry.group} data-channel={entry.channel}>
      <p class="timeline-head">
        <strong>{entry.title}</strong>{' '}
        {entry.sign === undefined ? null : <StatusTag tone={entry.sign.tone}>{entry.sign.label}</StatusTag>}
      </p>
      <p class="quiet">
        {[
          formatInstant(entry.at, language),
          where === undefined || entry.direction === undefined
            ? undefined
            : `${timeline.direction[entry.direction]} (${where})`,
          entry.by ?? undefined,
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      {entry.words === undefined ? null : (
        <blockquote>
          {entry.words.split('\n').map((line) => (
            <span class="line">{line}</span>
          ))}
        </blockquote>
      )}
      {entry.recording === undefined ? null : (
        <audio
          class="player"
          controls
          preload="none"
          src={`/evidence/${entry.recording}`}
          aria-label={file.listen}
        ></audio>
      )}
    </li>
  );
}
