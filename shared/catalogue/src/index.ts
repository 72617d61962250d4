export * from './answers.ts';
export * from './compiled.ts';
export * from './definition.ts';
export * from './submission.ts';
