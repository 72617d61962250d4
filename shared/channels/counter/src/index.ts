export { encodeForm } from './coded-form.ts';
export { type CounterField, type CounterScreen, counterScreen } from './counter-screen.ts';
export { decodeQuestion, questionField } from './one-question.ts';
export { type CounterRead, readCounterForm } from './read-counter-form.ts';
export { type ReceiptInput, type ReceiptModel, receipt } from './receipt.ts';
export { wholeCounterScreen } from './whole-screen.ts';
