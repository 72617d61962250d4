import { summaryOf } from '@guichet/channels/phone';
import type { Language } from '@guichet/kernel';
import { Notice } from '@guichet/pages';
import { CallActs } from './call-acts.tsx';
import { askedIn, CallAnswers, CallCounts, CallTranscript, CallTwiml } from './call-report.tsx';
import { phoneFrame } from './phone-frame.tsx';
import { phoneWords } from './phone-words.ts';
import { promptWarnings } from './prompt-warnings.ts';
import { speechSeconds } from './speech-seconds.ts';
import { isOver, type Trial } from './trial.ts';

export interface CallPageProps {
  id: string;
  trial: Trial;
  language: Language;
  /** What the person must know first; absent means what the call itself tells. */
  notice?: string;
}

/** Draws a trial call: what is said, the telephone, and what an author wants to know of it. */
export function callPage({ id, trial, language, notice }: CallPageProps) {
  const say = phoneWords[language];
  const { service: code } = trial.settings;
  const { service } = askedIn(trial);
  const action = `/phone/calls/${id}?lang=${language}`;
  const told = notice ?? (trial.notice && say.notices[trial.notice]);
  return phoneFrame({
    language,
    otherHref: `/phone/calls/${id}?lang=${language === 'fr' ? 'en' : 'fr'}`,
    previewHref: `/?code=${encodeURIComponent(code)}&lang=${language}`,
    ...(service ? { name: service.definition.name[language] } : {}),
    children: (
      <div id="trial" data-lost={say.cutOff}>
        <h1>
          {say.title}
          {service ? <span class="phone-service">{service.definition.name[language]}</span> : null}
        </h1>
        <p>
          <a href={`/phone?service=${encodeURIComponent(code)}&lang=${language}`}>{say.newCall}</a>
        </p>
        <div data-part="notice" role="status">
          {told === undefined ? null : <Notice kind="warning" language={language} title={told} />}
        </div>
        <div class="phone-columns">
          <section class="phone-call" aria-labelledby="now">
            <h2 id="now" tabindex={-1}>
              {say.now}
            </h2>
            <Now trial={trial} language={language} />
            <CallActs trial={trial} language={language} action={action} />
            <Switches language={language} />
          </section>
          <div class="phone-report">
            <section data-part="counts">
              <CallCounts trial={trial} language={language} />
            </section>
            <section data-part="answers">
              <CallAnswers trial={trial} language={language} />
            </section>
            <section data-part="transcript">
              <CallTranscript trial={trial} language={language} />
            </section>
            <details class="details">
              <summary>{say.twiml}</summary>
              <div data-part="twiml">
                <CallTwiml trial={trial} />
              </div>
            </details>
          </div>
        </div>
      </div>
    ),
  });
}

function Now({ trial, language }: { trial: Trial; language: Language }) {
  const say = phoneWords[language];
  const { slow } = trial.result.state;
  const seconds = trial.said.reduce((sum, { text }) => sum + speechSeconds(text, slow), 0);
  const { question, member } = askedIn(trial);
  const warnings = promptWarnings(seconds, member ?? question);
  return (
    <>
      <div
        id="said"
        class="phone-said"
        data-part="said"
        aria-live="polite"
        data-slow={slow ? 'yes' : undefined}
      >
        {trial.said.length === 0 ? <p class="quiet">{say.nothingSaid}</p> : null}
        {trial.said.map(({ text, language: tongue }) => (
          <p lang={`${tongue}-CA`} data-say={trial.hungUp ? undefined : ''}>
            {text}
          </p>
        ))}
      </div>
      <p id="waits" data-part="waits">
        <Waits trial={trial} language={language} />
      </p>
      <div data-part="warnings">
        {warnings.length === 0 || trial.hungUp ? null : (
          <Notice kind="warning" language={language} title={say.warnings}>
            <ul>
              {warnings.map((warning) => (
                <li>
                  {warning.kind === 'long-prompt'
                    ? say.longPrompt(warning.seconds)
                    : say.manyOptions(warning.count)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </>
  );
}

function Waits({ trial, language }: { trial: Trial; language: Language }) {
  const say = phoneWords[language];
  const { listen, state } = trial.result;
  if (isOver(trial)) {
    const ended = summaryOf(state).requests.at(-1)?.ended ?? 'no-request';
    return (
      <strong id="ended" tabindex={-1}>
        {say.ended} {say.ends[ended]}
      </strong>
    );
  }
  if (listen.kind === 'transfer') return <strong>{say.ringing}.</strong>;
  const what = listen.kind === 'gather' ? say.listens[listen.keys] : say.listens[listen.kind];
  const more =
    listen.kind === 'gather'
      ? [...(listen.hints ? [say.orWords] : []), say.timeout(listen.timeoutSeconds)]
      : listen.kind === 'record'
        ? [say.maxLength(listen.maxSeconds)]
        : [];
  return (
    <>
      {say.waits} <strong>{what}</strong>
      {more.length === 0 ? '' : `, ${more.join(', ')}`}.
    </>
  );
}

/** What only a script can do: hidden until there is one. */
function Switches({ language }: { language: Language }) {
  const say = phoneWords[language];
  const rows = [
    { id: 'aloud', label: say.aloud },
    { id: 'tones', label: say.tones },
    { id: 'shortcuts', label: say.shortcuts, help: say.shortcutsHelp },
  ];
  return (
    <fieldset class="phone-switches" id="switches" hidden>
      <legend class="label">{say.switches}</legend>
      {rows.map(({ id, label, help }) => (
        <div>
          <input
            type="checkbox"
            id={id}
            data-switch={id}
            aria-describedby={help ? `${id}-help` : undefined}
          />{' '}
          <label for={id}>{label}</label>
          {help ? (
            <span class="help" id={`${id}-help`}>
              {help}
            </span>
          ) : null}
        </div>
      ))}
      <button class="button button-quiet" type="button" id="again">
        {say.again}
      </button>
    </fieldset>
  );
}
