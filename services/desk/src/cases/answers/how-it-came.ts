import type { CaseAnswer, CaseFile } from '@guichet/casework';
import { type CompiledService, contentKind, isPending } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Says how an answer reached us: by which hand or reader, how sure it was, from which channel, and who typed or confirmed it. */
export function howItCame(
  answer: CaseAnswer,
  file: Pick<CaseFile, 'history'>,
  service: CompiledService | undefined,
  language: Language,
): string {
  const { came } = words(language).work;
  const { how, confidence, checked, channel } = answer.provenance;
  const who = answer.by;
  if (how === 'typed-by-staff') {
    const said =
      channel === undefined
        ? came.byStaff
        : wasTranscribed(answer.question, file)
          ? came.transcribed
          : came.byStaffFrom[channel];
    return [who === null ? said : came.by(said, who), ...checkedBy(checked, null, language)].join(', ');
  }
  const first =
    how === 'read-by-machine'
      ? came.read(came.reader[readerOf(service, answer.question)])
      : how === 'recorded' && isPending(answer.value)
        ? came.toTranscribe
        : came.how[how];
  return [
    first,
    ...(confidence === undefined ? [] : [came.sure(Math.round(confidence * 100))]),
    ...checkedBy(checked, who, language),
  ].join(', ');
}

/** Marks and words are read by machines of their own. */
function readerOf(service: CompiledService | undefined, question: string): 'marks' | 'text' {
  return service !== undefined && contentKind(service, question) === 'mark' ? 'marks' : 'text';
}

function wasTranscribed(question: string, { history }: Pick<CaseFile, 'history'>): boolean {
  return history.some(
    ({ kind, data }) => kind === 'answer.transcribed' && String(data['question']).split('.')[0] === question,
  );
}

function checkedBy(checked: 'once' | 'twice' | undefined, who: string | null, language: Language): string[] {
  const { came } = words(language).work;
  if (checked === undefined) return [];
  if (checked === 'twice') return [came.keyedTwice];
  return [who === null ? came.confirmed : came.by(came.confirmedWord, who)];
}
