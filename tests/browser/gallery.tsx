import { type FormValues, formValues } from '@guichet/catalogue';
import { counterScreen, receipt } from '@guichet/channels/counter';
import { questionPage, summary } from '@guichet/channels/web';
import { formatReference, type Language } from '@guichet/kernel';
import {
  AnswerList,
  Button,
  ButtonLink,
  CounterFields,
  DeskLayout,
  document,
  ErrorPage,
  ErrorSummary,
  Field,
  type FieldProblem,
  MaskedValue,
  Notice,
  Pagination,
  Panel,
  Progress,
  PublicLayout,
  Qr,
  QuestionForm,
  Receipt,
  ReferenceCode,
  StatusTag,
  Steps,
  Table,
  words,
} from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { ServicesPage } from '../../services/desk/src/counter/services-page.tsx';
import { sampleAnswers } from '../support/sample-answers.ts';
import { sampleService as service } from '../support/sample-service.ts';

const today = '2026-11-23';
const modules = Array.from({ length: 25 }, (_, y) =>
  Array.from({ length: 25 }, (_x, x) => (x * 7 + y * 5 + x * y) % 3 === 0),
);

/** Draws every component of the design system on pages like those that people see. */
export function galleryPages(language: Language): { name: string; html: string }[] {
  const said = words(language);
  const pages: { name: string; body: Child }[] = [
    { name: 'services', body: <Services language={language} /> },
    { name: 'start', body: <Start language={language} /> },
    ...service.visible(sampleAnswers).map((question) => ({
      name: `question-${question.key}`,
      body: <QuestionPageDrawn language={language} questionKey={question.key} />,
    })),
    { name: 'errors', body: <AllWrong language={language} /> },
    { name: 'check', body: <Check language={language} /> },
    { name: 'confirmation', body: <Confirmation language={language} /> },
    { name: 'status', body: <Status language={language} /> },
    {
      name: 'broken',
      body: (
        <PublicLayout language={language} title={said.errors.brokenTitle} otherLanguageHref="?lang=en">
          <ErrorPage kind="broken" language={language} requestId="0199f3c2-7a41" />
        </PublicLayout>
      ),
    },
    { name: 'desk-queue', body: <Queue language={language} /> },
    { name: 'desk-case', body: <Case language={language} /> },
    { name: 'desk-services', body: <CounterServices language={language} /> },
    { name: 'desk-services-refused', body: <CounterServices language={language} refused /> },
    { name: 'desk-counter', body: <Counter language={language} /> },
    { name: 'desk-receipt', body: <ReceiptPage language={language} /> },
  ];
  return pages.map(({ name, body }) => ({ name, html: String(document(body)) }));
}

type InLanguage = { language: Language };

function Services({ language }: InLanguage) {
  const { services } = words(language).walk;
  return (
    <PublicLayout
      language={language}
      title={services.title}
      organisation="Ville de Sainte-Claire"
      otherLanguageHref="?lang=en"
    >
      <h1>{services.title}</h1>
      <p class="lead">{services.lead}</p>
      <h2>{services.themes.municipal}</h2>
      <ul class="services">
        {[1, 2, 3].map((index) => (
          <li>
            <a href={`/services/${index}`}>{service.definition.name[language]}</a>
            <div>{service.definition.summary[language]}</div>
          </li>
        ))}
      </ul>
      <Pagination page={2} pages={3} hrefOf={(page) => `?page=${page}`} language={language} />
    </PublicLayout>
  );
}

function Start({ language }: InLanguage) {
  const { start } = words(language).walk;
  return (
    <PublicLayout
      language={language}
      title={service.definition.name[language]}
      otherLanguageHref="?lang=en"
      backHref="/"
    >
      <h1>{service.definition.name[language]}</h1>
      <p class="lead">{service.definition.summary[language]}</p>
      <Notice language={language}>
        <p>{start.notice}</p>
      </Notice>
      <p>
        <ButtonLink href="/begin">{start.begin}</ButtonLink>
      </p>
      <h2>{start.otherWays}</h2>
      <p>{start.otherWaysLead}</p>
      <ul class="ways">
        <li>
          <h3>{start.byPhone}</h3>
          <p>{start.byPhoneText('418 555-0100')}</p>
        </li>
        <li>
          <h3>{start.byMail}</h3>
          <p>{start.byMailText}</p>
          <a href="/form.pdf">{start.paperForm}</a>
        </li>
        <li>
          <h3>{start.atCounter}</h3>
          <p>{start.atCounterText}</p>
        </li>
      </ul>
    </PublicLayout>
  );
}

function QuestionPageDrawn({ language, questionKey }: InLanguage & { questionKey: string }) {
  const page = questionPage(service, sampleAnswers, questionKey, { language, today });
  if (!page) throw new Error(`the sample does not ask ${questionKey}`);
  const { frame } = words(language);
  return (
    <PublicLayout language={language} title={page.title} otherLanguageHref="?lang=en" backHref="/back">
      <Progress index={page.index} total={page.total} language={language} />
      <QuestionForm csrf="token" files={page.question.type === 'file'}>
        <Field
          question={page.question}
          language={language}
          values={page.values}
          heading
          {...(page.entries ? { entries: page.entries } : {})}
        />
        <div class="actions">
          <Button>{frame.continue}</Button>
          {page.skippable ? (
            <Button kind="secondary" action={{ do: 'skip' }}>
              {frame.skipQuestion}
            </Button>
          ) : null}
          <Button kind="quiet" action={{ do: 'save' }}>
            {frame.saveForLater}
          </Button>
        </div>
      </QuestionForm>
    </PublicLayout>
  );
}

/** Every question on one page, each with something wrong. */
function AllWrong({ language }: InLanguage) {
  const questions = service.visible(sampleAnswers).filter((question) => question.type !== 'information');
  const problems: FieldProblem[] = questions.map((question) => ({
    path: question.type === 'group' ? `${question.key}.0.employer` : question.key,
    message: language === 'fr' ? `Corrigez « ${question.label.fr} ».` : `Correct “${question.label.en}”.`,
  }));
  const values: FormValues = Object.assign(
    {},
    ...questions.map((question) => formValues(question, sampleAnswers[question.key], language)),
  );
  return (
    <PublicLayout language={language} title="Tout" otherLanguageHref="?lang=en" hasErrors>
      <ErrorSummary language={language} problems={problems} questions={questions} />
      <h1>Tout</h1>
      <QuestionForm csrf="token" files>
        {questions.map((question) => (
          <Field question={question} language={language} values={values} problems={problems} />
        ))}
        <Button>{words(language).frame.continue}</Button>
      </QuestionForm>
    </PublicLayout>
  );
}

function Check({ language }: InLanguage) {
  const { check } = words(language).walk;
  return (
    <PublicLayout language={language} title={check.title} otherLanguageHref="?lang=en">
      <h1>{check.title}</h1>
      <p class="lead">{check.lead}</p>
      <QuestionForm csrf="token">
        <AnswerList
          language={language}
          rows={summary(service, sampleAnswers, language).map((row) => ({
            label: row.label,
            value: row.lines ?? (
              <MaskedValue
                language={language}
                sensitivity={row.sensitivity}
                label={row.label}
                reveal={{ name: '_reveal', value: row.key }}
              />
            ),
            changeHref: `/${row.key}`,
          }))}
        />
        <p>{check.declare}</p>
        <Button>{check.send}</Button>
      </QuestionForm>
    </PublicLayout>
  );
}

function Confirmation({ language }: InLanguage) {
  const { confirmation } = words(language).walk;
  return (
    <PublicLayout language={language} title={confirmation.title} otherLanguageHref="?lang=en">
      <Panel title={confirmation.title}>
        <ReferenceCode label={confirmation.reference} reference={formatReference('4815162342')} />
      </Panel>
      <p>{confirmation.keep}</p>
      <h2>{confirmation.next}</h2>
      <p>{service.definition.next[language]}</p>
      <Qr modules={modules} title={confirmation.qr} />
      <ButtonLink href="/status" kind="secondary">
        {confirmation.follow}
      </ButtonLink>
    </PublicLayout>
  );
}

function Status({ language }: InLanguage) {
  const { status } = words(language).walk;
  return (
    <PublicLayout language={language} title={status.title} otherLanguageHref="?lang=en">
      <h1>{status.heading(formatReference('4815162342'))}</h1>
      <p>
        <StatusTag tone="info">{status.working}</StatusTag>
      </p>
      <Notice kind="success" language={language} />
      <Notice kind="warning" language={language}>
        <p>{status.notFound}</p>
      </Notice>
      <h2>{status.steps}</h2>
      <Steps
        steps={[
          { label: status.received, state: 'done', detail: '23 novembre 2026' },
          { label: status.working, state: 'current' },
          { label: status.closed, state: 'todo' },
        ]}
      />
    </PublicLayout>
  );
}

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

function Queue({ language }: InLanguage) {
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

function Case({ language }: InLanguage) {
  const desk = words(language).desk;
  return (
    <Desk language={language} title={desk.case.title('481 516 2342')}>
      <h1>{desk.case.title('481 516 2342')}</h1>
      <div class="desk-columns">
        <section class="card">
          <h2>{desk.case.answers}</h2>
          <form method="post">
            <AnswerList
              language={language}
              rows={summary(service, sampleAnswers, language).map((row) => ({
                label: row.label,
                value: (
                  <MaskedValue
                    language={language}
                    sensitivity={row.sensitivity}
                    label={row.label}
                    reveal={{ name: 'reveal', value: row.key }}
                  >
                    {row.sensitivity === 'open' ? (row.lines ?? []).join(', ') : undefined}
                  </MaskedValue>
                ),
              }))}
            />
          </form>
        </section>
        <section class="card">
          <h2>{desk.closure.title}</h2>
          <QuestionForm csrf="token" dense>
            <div class="field">
              <label class="label" for="words">
                {desk.closure.words}
              </label>
              <textarea class="input" id="words" name="words"></textarea>
            </div>
            <Button kind="danger">{desk.closure.submit}</Button>
          </QuestionForm>
        </section>
      </div>
    </Desk>
  );
}

function CounterServices({ language, refused = false }: InLanguage & { refused?: boolean }) {
  const { stations, work } = words(language);
  return (
    <Desk language={language} title={stations.counter.title}>
      <ServicesPage
        language={language}
        catalogue={{ services: [service] }}
        csrf="token"
        typed={refused ? { number: '123 456 7896', code: '000000' } : { number: '', code: '' }}
        problems={refused ? [{ path: 'number', message: work.counter.resume.notFound }] : []}
        now={new Date('2026-11-23T15:00:00Z')}
        line={undefined}
        visit={undefined}
        counters={[]}
        priorityMinutes={15}
        manages={false}
        find={undefined}
        told={undefined}
      />
    </Desk>
  );
}

function Counter({ language }: InLanguage) {
  const { counter } = words(language).stations;
  return (
    <Desk language={language} title={counter.title} wide>
      <h1>{service.definition.name[language]}</h1>
      <QuestionForm csrf="token" dense files>
        <CounterFields
          language={language}
          screen={counterScreen(service, sampleAnswers, { language, today })}
        />
      </QuestionForm>
    </Desk>
  );
}

function ReceiptPage({ language }: InLanguage) {
  const model = receipt({
    reference: '4815162342',
    service: service.definition.name,
    receivedOn: today,
    dueOn: '2026-12-07',
    next: service.definition.next,
    fee: '25,00 $',
    language,
  });
  return (
    <Desk language={language} title={words(language).stations.counter.receipt}>
      <h1>{words(language).stations.counter.receipt}</h1>
      <Receipt
        {...model}
        language={language}
        organisation="Ville de Sainte-Claire"
        qr={{ modules, title: 'QR' }}
      />
    </Desk>
  );
}
