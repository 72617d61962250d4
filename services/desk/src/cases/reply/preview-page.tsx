import type { CaseFile } from '@guichet/casework';
import { smsBody, smsLength, voiceReply } from '@guichet/channels/phone';
import { emailWords } from '@guichet/channels/web';
import { type Bilingual, formatReference, type Language } from '@guichet/kernel';
import { Button, CsrfField, StatusTag, words } from '@guichet/pages';
import { seenName } from '../lock/seen-field.tsx';

export interface PreviewPageProps {
  language: Language;
  csrf: string;
  file: CaseFile;
  /** The service's name in the person's language. */
  service: string;
  publicUrl: string;
  /** Who the reply comes from. */
  organisation: Bilingual;
  text: string;
  /** Carried on from the form. */
  formKey: string;
  seen: string;
}

/** Draws a reply as each channel would hand it over, the person's own first, before anything is sent. */
export function PreviewPage(props: PreviewPageProps) {
  const { language, csrf, file, service, publicUrl, organisation, text, formKey, seen } = props;
  const { reply } = words(language).work;
  const { reference, language: theirs } = file;
  const email = emailWords({
    purpose: 'news',
    language: theirs,
    reference,
    service,
    words: text,
    publicUrl,
    organisation,
  });
  const sms = smsBody({ words: text, language: theirs, reference, service });
  const { characters, parts } = smsLength(sms);
  const ways: [string, string, unknown][] = [
    [
      'email',
      reply.email,
      <>
        <p>
          <strong>{email.subject}</strong>
        </p>
        <Lines text={email.text} lang={theirs} />
      </>,
    ],
    [
      'sms',
      reply.sms,
      <>
        <p class="quiet">{reply.smsLength(characters, parts)}</p>
        <Lines text={sms} lang={theirs} />
      </>,
    ],
    ['voice', reply.voice, <Lines text={spoken(props)} lang={theirs} />],
    [
      'letter',
      reply.letter,
      <form method="post" action={`/cases/${reference}/reply`} target="_blank">
        <CsrfField token={csrf} />
        <input type="hidden" name="words" value={text} />
        <Button kind="secondary" name="step" value="letter">
          {reply.openLetter}
        </Button>
      </form>,
    ],
  ];
  const isTheirs = ([way]: (typeof ways)[number]) => way === file.replyWay;
  return (
    <>
      <a class="back" href={`/cases/${reference}#reply`}>
        {formatReference(reference)}
      </a>
      <h1>{reply.previewTitle}</h1>
      <form method="post" action={`/cases/${reference}/reply`} class="form form-dense">
        <CsrfField token={csrf} />
        <input type="hidden" name={seenName} value={seen} />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="words" value={text} />
        <p class="row-buttons">
          <Button name="step" value="send">
            {reply.send}
          </Button>
          <a href={`/cases/${reference}#reply`}>{reply.change}</a>
        </p>
      </form>
      <div class="previews">
        {[...ways.filter(isTheirs), ...ways.filter((one) => !isTheirs(one))].map(([way, label, body]) => (
          <section class="preview" aria-labelledby={`preview-${way}`}>
            <h2 id={`preview-${way}`}>
              {label} {way === file.replyWay ? <StatusTag tone="info">{reply.theirs}</StatusTag> : null}
            </h2>
            {body as string}
          </section>
        ))}
      </div>
    </>
  );
}

function Lines({ text, lang }: { text: string; lang: Language }) {
  return <blockquote lang={lang}>{text}</blockquote>;
}

/** What the call says, as it is read, without its repetition. */
function spoken({ file, text, organisation }: PreviewPageProps): string {
  const twiml = voiceReply({
    text,
    language: file.language,
    reference: file.reference,
    deskName: organisation,
  });
  const said = [...twiml.matchAll(/<Say[^>]*>(.*?)<\/Say>/gs)].map(([, words = '']) =>
    words
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&apos;', '’')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
  return [...new Set(said)].join('\n');
}
