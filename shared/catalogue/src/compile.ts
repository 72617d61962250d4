import { createHash } from 'node:crypto';
import { canonicalJson } from '@guichet/kernel';
import type { Answers } from './answers.ts';
import { answerOf } from './answer-of.ts';
import type { CompiledService } from './compiled.ts';
import { holdsWhen } from './conditions.ts';
import type { MemberQuestion, Question, ServiceDefinition } from './definition.ts';
import { describeCondition } from './describe-condition.ts';
import type { Reader } from './parse/parsed.ts';
import { readAnswers } from './parse/read-answers.ts';
import { readerOf } from './parse/reader-of.ts';
import { readProofs } from './proofs.ts';
import { replyBlock } from './reply-block.ts';
import { readReplyChoice } from './reply-choice.ts';
import { sensitivityOf } from './sensitivity.ts';
import { heldMembers, toStep, walk } from './steps.ts';

/**
 * Makes a service ready to be asked from its definition.
 *
 * Guarantee: total for any definition of the language; that it makes sense is for `check` to say.
 */
export function compile(definition: ServiceDefinition): CompiledService {
  const questions = [...definition.questions, ...replyBlock(definition)];
  const steps = questions.map(toStep);
  const byKey = new Map(steps.map((step) => [step.question.key, step]));
  const readers = new WeakMap<Question | MemberQuestion, Reader>();
  for (const step of steps) {
    readers.set(step.question, step.read);
    for (const member of step.members) readers.set(member.question, member.read);
  }
  const feeRules = (definition.fee?.rules ?? []).map((rule) => ({
    holds: rule.when === undefined ? undefined : holdsWhen(rule.when),
    fee: { cents: rule.cents, label: rule.label },
  }));
  const wordsFor = new Map<string, Question | MemberQuestion>(
    steps.flatMap((step) =>
      [step.question, ...step.members.map((member) => member.question)].map((q) => [q.key, q]),
    ),
  );

  const prune = (answers: Answers): Answers => {
    let pruned: Answers = {};
    walk(steps, answers, (_, kept) => {
      pruned = kept;
      return true;
    });
    return pruned;
  };

  return {
    definition,
    hash: createHash('sha256').update(canonicalJson(definition)).digest('hex'),
    questions,
    question: (key) => byKey.get(key)?.question,
    visible(answers) {
      const visible: Question[] = [];
      walk(steps, answers, (step) => {
        visible.push(step.question);
        return true;
      });
      return visible;
    },
    visibleMembers: (group, entry, answers) =>
      heldMembers(byKey.get(group.key)?.members ?? [], entry, (key) => answerOf(answers, key)),
    next(answers, skipped) {
      let next: Question | undefined;
      walk(steps, answers, ({ question }, kept) => {
        const skippable = !question.required || question.type === 'information';
        if (answerOf(kept, question.key) !== undefined || (skippable && skipped.has(question.key)))
          return true;
        next = question;
        return false;
      });
      return next;
    },
    parseAnswer: (question, raw, options) => (readers.get(question) ?? readerOf(question))(raw, options),
    parse: (raw, options) => readAnswers(steps, raw, options),
    prune,
    sensitivityOf: new Map(questions.map((question) => [question.key, sensitivityOf(question)])),
    describeCondition: (condition, language) =>
      describeCondition(condition, (key) => wordsFor.get(key), language),
    replyChoice: (answers) => readReplyChoice(definition, prune(answers)),
    fee(answers) {
      if (feeRules.length === 0) return undefined;
      const kept = prune(answers);
      return feeRules.find(({ holds }) => holds === undefined || holds((key) => answerOf(kept, key)))?.fee;
    },
    proofs(answers) {
      return readProofs(questions, prune(answers));
    },
  };
}
