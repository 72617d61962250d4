export type { PromptSpan } from './estimate-prompts.ts';
export {
  type ParityException,
  type ParityRow,
  type ParityTable,
  parityTable,
  type PhoneParity,
} from './parity-table.ts';
