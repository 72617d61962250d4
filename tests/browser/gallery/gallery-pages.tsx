import type { Language } from '@guichet/kernel';
import { document, ErrorPage, PublicLayout, words } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { sampleAnswers } from '../../support/sample-answers.ts';
import { sampleService as service } from '../../support/sample-service.ts';
import { Counter, Queue } from './desk-drawn.tsx';
import {
  AllWrong,
  Check,
  Confirmation,
  QuestionPageDrawn,
  Services,
  Start,
  Status,
} from './public-drawn.tsx';

/** Draws the components of the design system on pages like those that people see; the desk's own pages are looked at as they are. */
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
    { name: 'desk-counter', body: <Counter language={language} /> },
  ];
  return pages.map(({ name, body }) => ({ name, html: String(document(body)) }));
}
