import { counterScreen } from '@guichet/channels/counter';
import { formatReference } from '@guichet/kernel';
import { Button, CounterFields, DeskLayout, QuestionForm, StatusTag, Table, words } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { sampleAnswers } from '../../support/sample-answers.ts';
import { sampleService as service } from '../../support/sample-service.ts';
import { drawnOn, type InLanguage } from './sample-drawn.ts';

function Desk({
  language,
  title,
  children,
  wide = false,
}: InLanguage & { title: string; children?: Child; wide?: boolean }) {
  return (
    <DeskLayout
      language={language}
      title={title}
      otherLanguageHref="?lang=en"
      staff={{ id: 'amelie', name: 'Amélie Roy', role: 'agent' }}
      csrf="token"
      wide={wide}
      current="queue"
      nav={[
        { section: 'queue', href: '/queue' },
        { section: 'counter', href: '/counter' },
        { section: 'mailroom', href: '/mailroom' },
        { section: 'transcription', href: '/transcription' },
      ]}
    >
      {children}
    </DeskLayout>
  );
}

export function Queue({ language }: InLanguage) {
  const { queue, state, channel } = words(language).desk;
  const tones = [
    ['bad', state.late],
    ['warning', state.soon],
    ['good', state.onTime],
    ['neutral', state.paused],
  ] as const;
  return (
    <Desk language={language} title={queue.title}>
      <h1>{queue.title}</h1>
      <div class="toolbar">
        <form method="post">
          <Button shortcut="next">{queue.takeNext}</Button>
        </form>
        <form method="get" role="search">
          <label class="part-label" for="find">
            {queue.findLabel}
          </label>
          <input class="input width-20" id="find" name="reference" data-key="search" />
        </form>
      </div>
      <Table
        caption={queue.waiting}
        empty={queue.empty}
        columns={[
          { label: queue.reference },
          { label: queue.service },
          { label: queue.channel },
          { label: queue.due },
          { label: queue.state },
        ]}
        rows={tones.map(([tone, label], index) => ({
          href: `/cases/${index}`,
          cells: [
            formatReference(`48151623${index}2`),
            service.definition.name[language],
            channel.phone,
            '23 novembre 2026',
            <StatusTag tone={tone}>{label}</StatusTag>,
          ],
        }))}
      />
    </Desk>
  );
}

export function Counter({ language }: InLanguage) {
  const { counter } = words(language).stations;
  return (
    <Desk language={language} title={counter.title} wide>
      <h1>{service.definition.name[language]}</h1>
      <QuestionForm csrf="token" dense files>
        <CounterFields
          language={language}
          screen={counterScreen(service, sampleAnswers, { language, today: drawnOn })}
        />
      </QuestionForm>
    </Desk>
  );
}
